package dev.firn.sensor.tfluna;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import java.nio.charset.StandardCharsets;

/**
 * A TF-Luna on an I2C bus, which measures all the time. Source: Benewake TF-Luna product manual, A05, section 6.4.
 */
final class TfLunaI2cSensor implements Sensor {

    static final String SIGNATURE = "LUNA";

    private static final int FIRST_OF_SIGNATURE = 0x3C;
    private static final int FIRST_OF_ECHO = 0x00;
    private static final int MODE = 0x23;
    private static final int CONTINUOUS = 0;

    private final I2C device;

    TfLunaI2cSensor(I2C device) {
        this.device = device;
    }

    @Override
    public Step initialise() {
        if (!hasSignature(device)) {
            throw new SensorFaultException("does not say LUNA in registers 0x3c to 0x3f: not a TF-Luna");
        }
        device.writeRegister(MODE, CONTINUOUS);
        return Step.afterMillis(100, Step::finished);
    }

    @Override
    public Step measure() {
        byte[] echo = new byte[TfLunaEcho.REGISTERS];
        device.readRegister(FIRST_OF_ECHO, echo);
        if (Words.areBlank(echo)) {
            throw new SensorFaultException("distance, amplitude, temperature and time read as blank bytes");
        }
        return Step.finished(TfLunaEcho.ofRegisters(echo).measured());
    }

    @Override
    public void close() {
        device.close();
    }

    static boolean hasSignature(I2C device) {
        byte[] signature = new byte[SIGNATURE.length()];
        device.readRegister(FIRST_OF_SIGNATURE, signature);
        return new String(signature, StandardCharsets.ISO_8859_1).equals(SIGNATURE);
    }
}
