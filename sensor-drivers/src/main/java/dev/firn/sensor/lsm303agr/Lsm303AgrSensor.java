package dev.firn.sensor.lsm303agr;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.sensor.lsm303agr.Lsm303AgrCounts.Resolution;
import dev.firn.sensor.tilt.TiltKeys;
import dev.firn.sensor.tilt.TiltWatch;
import java.util.function.LongSupplier;

/**
 * An LSM303AGR whose accelerometer Firn speaks to: it measures 100 times a second, and one burst fetches a sample whose
 * axes belong together. Source: ST data sheet LSM303AGR, Rev. 11, section 8.
 */
final class Lsm303AgrSensor implements Sensor {

    static final int WHO_AM_I = 0x0F;
    static final int IDENTITY = 0x33;

    private static final int CONTROL_1 = 0x20;
    private static final int CONTROL_4 = 0x23;
    private static final int FIRST_OF_SAMPLE = 0x28;

    /** Section 6.1.1: the part counts on from register to register only where this bit is set. */
    private static final int COUNT_ON = 0x80;

    private static final int HUNDRED_A_SECOND_ALL_AXES = 0x57;
    private static final int LOW_POWER = 0x08;
    private static final int HIGH_RESOLUTION = 0x08;

    /** A sample is not changed while it is read. */
    private static final int BLOCK_UPDATE = 0x80;

    private final I2C device;
    private final Lsm303AgrCounts counts;
    private final LongSupplier nanoTime;
    private final TiltWatch watch = new TiltWatch();

    Lsm303AgrSensor(I2C device, Lsm303AgrCounts counts, LongSupplier nanoTime) {
        this.device = device;
        this.counts = counts;
        this.nanoTime = nanoTime;
    }

    @Override
    public Step initialise() {
        int identity = device.readRegister(WHO_AM_I);
        if (identity != IDENTITY) {
            throw SensorFaultException.wrongIdentity("LSM303AGR", IDENTITY, identity);
        }
        int lowPower = counts.resolution() == Resolution.LOW_POWER ? LOW_POWER : 0;
        int highResolution = counts.resolution() == Resolution.HIGH ? HIGH_RESOLUTION : 0;
        device.writeRegister(CONTROL_1, HUNDRED_A_SECOND_ALL_AXES | lowPower);
        device.writeRegister(CONTROL_4, BLOCK_UPDATE | TiltKeys.code(counts.range()) << 4 | highResolution);
        // Table 14: in high resolution the first 7 samples are not settled.
        return Step.afterMillis(80, Step::finished);
    }

    @Override
    public Step measure() {
        byte[] sample = new byte[Lsm303AgrCounts.LENGTH];
        device.readRegister(FIRST_OF_SAMPLE | COUNT_ON, sample);
        if (Words.areBlank(sample)) {
            throw new SensorFaultException("acceleration reads as blank bytes: the part has lost its power");
        }
        return Step.finished(watch.judge(counts.acceleration(sample), counts.isClipped(sample), nanoTime.getAsLong()));
    }

    @Override
    public void close() {
        device.close();
    }
}
