package dev.firn.sensor.tfluna;

import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.util.List;

/**
 * One measurement of a TF-Luna. Source: Benewake TF-Luna product manual, A05, sections 5.2 (serial port) and 6.4 (I2C).
 *
 * @param centimetres distance, 0 to 65535
 * @param amplitude how much light came back, 0 to 65535
 * @param celsius temperature of the part
 */
record TfLunaEcho(int centimetres, int amplitude, double celsius) {

    static final List<Quantity> QUANTITIES =
            List.of(Quantity.DISTANCE, Quantity.SIGNAL_STRENGTH, Quantity.SENSOR_TEMPERATURE);

    /** How many registers it takes from 0x00: these, and a count of milliseconds, which shows that the part is alive. */
    static final int REGISTERS = 8;

    private static final int WEAKEST = 100;
    private static final int OVEREXPOSED = 0xFFFF;
    private static final int NEAREST = 20;
    private static final int FARTHEST = 800;

    /** From the first registers. */
    static TfLunaEcho ofRegisters(byte[] registers) {
        return new TfLunaEcho(
                Words.u16LittleEndian(registers, 0),
                Words.u16LittleEndian(registers, 2),
                Words.s16LittleEndian(registers, 4) / 100.0);
    }

    /** From a frame of 9 bytes. */
    static TfLunaEcho ofFrame(byte[] frame) {
        return new TfLunaEcho(
                Words.u16LittleEndian(frame, 2),
                Words.u16LittleEndian(frame, 4),
                Words.u16LittleEndian(frame, 6) / 8.0 - 256);
    }

    List<Measured> measured() {
        return List.of(
                distance(),
                Measured.of(Quantity.SIGNAL_STRENGTH, amplitude),
                Measured.of(Quantity.SENSOR_TEMPERATURE, celsius));
    }

    private Measured distance() {
        double metres = centimetres / 100.0;
        if (amplitude == OVEREXPOSED) {
            return Measured.missing(Quantity.DISTANCE, "overexposed: sun, or a mirror");
        }
        if (amplitude < WEAKEST) {
            return Measured.missing(Quantity.DISTANCE, "too weak: little light comes back");
        }
        if (centimetres == 0) {
            return Measured.missing(Quantity.DISTANCE, "no target");
        }
        if (centimetres < NEAREST) {
            return Measured.suspect(Quantity.DISTANCE, metres, "nearer than the 0.2 m that it can tell");
        }
        return centimetres > FARTHEST
                ? Measured.suspect(Quantity.DISTANCE, metres, "farther than the 8 m that it can tell")
                : Measured.of(Quantity.DISTANCE, metres);
    }
}
