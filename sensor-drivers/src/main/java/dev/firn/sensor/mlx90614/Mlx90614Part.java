package dev.firn.sensor.mlx90614;

import com.pi4j.io.i2c.I2C;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.SensorFaultException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words of an MLX90614, each read in one transfer with a repeated start. */
final class Mlx90614Part implements I2cPart {

    static final int USUAL_ADDRESS = 0x5A;
    static final int AMBIENT = 0x06;
    static final int OBJECT = 0x07;
    static final int EMISSIVITY = 0x24;

    @Override
    public Set<Integer> addresses() {
        return Set.of(USUAL_ADDRESS);
    }

    /** A word with a right packet error code is identity enough: nothing else at this address has one. */
    @Override
    public Optional<String> identify(I2C device) {
        try {
            double emissivity = Mlx90614Word.emissivity(read(device, EMISSIVITY, true));
            return Optional.of(String.format(Locale.ROOT, "MLX90614 (emissivity %.3f)", emissivity));
        } catch (SensorFaultException e) {
            return Optional.empty();
        }
    }

    /** Reads a word. */
    static int read(I2C device, int command, boolean checked) {
        byte[] answer = new byte[3];
        device.readRegister(command, answer);
        return Mlx90614Word.word(device.device(), command, answer, checked);
    }
}
