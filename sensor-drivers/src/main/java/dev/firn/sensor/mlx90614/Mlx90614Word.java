package dev.firn.sensor.mlx90614;

import dev.firn.bus.Crc8;
import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SensorFaultException;
import dev.firn.telemetry.Quantity;

/**
 * The words of an MLX90614. Source: Melexis data sheet "MLX90614 family", sections 8.4.5 (SMBus, read word and its
 * packet error code), 8.4.8 (RAM: 0.02 K a count, bit 15 set in an error) and 8.4.9 (EEPROM: emissivity).
 */
final class Mlx90614Word {

    private static final double KELVIN_PER_COUNT = 0.02;
    private static final double ZERO_CELSIUS = 273.15;
    private static final int ERROR = 0x8000;
    private static final double WHOLE = 0xFFFF;

    private Mlx90614Word() {}

    /**
     * The word in an answer to "read word".
     *
     * @param address of the part
     * @param command that was sent
     * @param answer low byte, high byte, packet error code
     * @param checked whether the packet error code counts
     * @throws SensorFaultException if it does not fit what was sent and received, or nobody has answered
     */
    static int word(int address, int command, byte[] answer, boolean checked) {
        int expected = packetErrorCode(address << 1, command, address << 1 | 1, answer[0], answer[1]);
        if (Words.areBlank(answer)) {
            throw new SensorFaultException("all bytes are %02x: no part answers".formatted(Words.u8(answer, 0)));
        }
        if (checked && expected != Words.u8(answer, 2)) {
            throw SensorFaultException.wrongChecksum(expected, Words.u8(answer, 2));
        }
        return Words.u16LittleEndian(answer, 0);
    }

    /** The packet error code over all bytes of a frame, addresses with their direction bit included. */
    static int packetErrorCode(int... frame) {
        byte[] bytes = new byte[frame.length];
        for (int i = 0; i < frame.length; i++) {
            bytes[i] = (byte) frame[i];
        }
        return Crc8.SMBUS.of(bytes);
    }

    /** Temperature in °C of a word without error bit. */
    static double celsius(int word) {
        return word * KELVIN_PER_COUNT - ZERO_CELSIUS;
    }

    /**
     * What a word of the RAM says.
     *
     * @param least lower end of what the part measures, in °C
     * @param greatest upper end of it
     */
    static Measured measured(Quantity quantity, int word, double least, double greatest) {
        if ((word & ERROR) != 0) {
            return Measured.missing(quantity, "the part's error flag is set");
        }
        double celsius = celsius(word);
        return celsius < least || celsius > greatest
                ? Measured.suspect(quantity, celsius, "beyond what the part measures")
                : Measured.of(quantity, celsius);
    }

    /** Emissivity, 0 to 1, of its word in the EEPROM. */
    static double emissivity(int word) {
        return word / WHOLE;
    }
}
