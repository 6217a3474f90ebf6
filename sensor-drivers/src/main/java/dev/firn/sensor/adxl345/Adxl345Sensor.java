package dev.firn.sensor.adxl345;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.sensor.tilt.TiltKeys;
import dev.firn.sensor.tilt.TiltWatch;
import java.util.function.LongSupplier;

/**
 * An ADXL345 that Firn speaks to: it measures 100 times a second, and one burst fetches a sample whose axes belong
 * together. Source: Analog Devices data sheet ADXL345, Rev. G, "Register map".
 */
final class Adxl345Sensor implements Sensor {

    static final int DEVICE_ID = 0x00;
    static final int IDENTITY = 0xE5;

    private static final int RATE = 0x2C;
    private static final int POWER = 0x2D;
    private static final int FORMAT = 0x31;
    private static final int FIRST_OF_SAMPLE = 0x32;

    private static final int FULL_RESOLUTION = 0x08;
    private static final int HUNDRED_A_SECOND = 0x0A;
    private static final int MEASURE = 0x08;

    private final I2C device;
    private final int range;
    private final LongSupplier nanoTime;
    private final TiltWatch watch = new TiltWatch();

    Adxl345Sensor(I2C device, int range, LongSupplier nanoTime) {
        this.device = device;
        this.range = range;
        this.nanoTime = nanoTime;
    }

    @Override
    public Step initialise() {
        int identity = device.readRegister(DEVICE_ID);
        if (identity != IDENTITY) {
            throw SensorFaultException.wrongIdentity("ADXL345", IDENTITY, identity);
        }
        device.writeRegister(FORMAT, FULL_RESOLUTION | TiltKeys.code(range));
        device.writeRegister(RATE, HUNDRED_A_SECOND);
        device.writeRegister(POWER, MEASURE);
        // "Power sequencing": a first sample is there after 1.1 ms and one period of 10 ms.
        return Step.afterMillis(20, Step::finished);
    }

    @Override
    public Step measure() {
        byte[] sample = new byte[Adxl345Counts.LENGTH];
        device.readRegister(FIRST_OF_SAMPLE, sample);
        if (Words.areBlank(sample)) {
            throw new SensorFaultException("acceleration reads as blank bytes: the part has lost its power");
        }
        return Step.finished(watch.judge(
                Adxl345Counts.acceleration(sample), Adxl345Counts.isClipped(sample, range), nanoTime.getAsLong()));
    }

    @Override
    public void close() {
        device.close();
    }
}
