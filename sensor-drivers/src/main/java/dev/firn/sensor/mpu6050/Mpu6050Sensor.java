package dev.firn.sensor.mpu6050;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.sensor.tilt.TiltKeys;
import dev.firn.sensor.tilt.TiltWatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * An MPU-6050 that Firn speaks to: it measures 100 times a second, and one burst fetches a sample whose axes belong
 * together. Source: InvenSense register map RM-MPU-6000A-00, Rev. 4.2.
 */
final class Mpu6050Sensor implements Sensor {

    static final int WHO_AM_I = 0x75;
    static final int IDENTITY = 0x68;

    private static final int RATE_DIVIDER = 0x19;
    private static final int FILTER = 0x1A;
    private static final int RATE_RANGE = 0x1B;
    private static final int ACCELERATION_RANGE = 0x1C;
    private static final int FIRST_OF_SAMPLE = 0x3B;
    private static final int POWER = 0x6B;

    private static final int RESET = 0x80;
    private static final int AWAKE_BY_GYROSCOPE_CLOCK = 0x01;

    /** 1 kHz / (1 + 9). */
    private static final int HUNDRED_A_SECOND = 9;

    /** Section 4.3: a low pass that an engine's shaking does not get through. */
    private static final int FORTY_FOUR_HERTZ = 3;

    private final I2C device;
    private final Mpu6050Motion motion;
    private final LongSupplier nanoTime;
    private final TiltWatch watch = new TiltWatch();

    Mpu6050Sensor(I2C device, Mpu6050Motion motion, LongSupplier nanoTime) {
        this.device = device;
        this.motion = motion;
        this.nanoTime = nanoTime;
    }

    @Override
    public Step initialise() {
        int identity = device.readRegister(WHO_AM_I);
        if (identity != IDENTITY) {
            throw SensorFaultException.wrongIdentity("MPU-6050", IDENTITY, identity);
        }
        device.writeRegister(POWER, RESET);
        return Step.afterMillis(100, this::setUp);
    }

    private Step setUp() {
        device.writeRegister(POWER, AWAKE_BY_GYROSCOPE_CLOCK);
        device.writeRegister(RATE_DIVIDER, HUNDRED_A_SECOND);
        device.writeRegister(FILTER, FORTY_FOUR_HERTZ);
        device.writeRegister(RATE_RANGE, code(motion.rateRange()) << 3);
        device.writeRegister(ACCELERATION_RANGE, TiltKeys.code(motion.accelerationRange()) << 3);
        // The gyroscope starts up in 30 ms (product specification, section 6.1); then a first sample is due.
        return Step.afterMillis(50, Step::finished);
    }

    @Override
    public Step measure() {
        byte[] sample = new byte[Mpu6050Motion.LENGTH];
        device.readRegister(FIRST_OF_SAMPLE, sample);
        if (Words.areBlank(Arrays.copyOf(sample, 6))) {
            throw new SensorFaultException("acceleration reads as blank bytes: the part sleeps or has lost its power");
        }
        List<Measured> values = new ArrayList<>(
                watch.judge(motion.acceleration(sample), Mpu6050Motion.isClipped(sample), nanoTime.getAsLong()));
        values.addAll(motion.others(sample));
        return Step.finished(values);
    }

    @Override
    public void close() {
        device.close();
    }

    /** 250, 500, 1000, 2000 degrees a second: 0 to 3. */
    private static int code(int rateRange) {
        return Integer.numberOfTrailingZeros(rateRange / 125) - 1;
    }
}
