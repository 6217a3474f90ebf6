package dev.firn.sensor.bh1750;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;

/** A BH1750 that Firn speaks to: one measurement at a time, after which the part goes to sleep by itself. */
final class Bh1750Sensor implements Sensor {

    private static final byte POWER_ON = 0x01;
    private static final byte ONE_TIME_H_RESOLUTION = 0x20;
    private static final int TIME_HIGH_BITS = 0x40;
    private static final int TIME_LOW_BITS = 0x60;

    private final I2C device;
    private final int measurementTime;

    Bh1750Sensor(I2C device, int measurementTime) {
        this.device = device;
        this.measurementTime = measurementTime;
    }

    /** The part has no identity to check: that it acknowledges has to do. */
    @Override
    public Step initialise() {
        device.write(POWER_ON);
        device.write((byte) (TIME_HIGH_BITS | (measurementTime >> 5)));
        device.write((byte) (TIME_LOW_BITS | (measurementTime & 0x1F)));
        return Step.finished();
    }

    @Override
    public Step measure() {
        device.write(ONE_TIME_H_RESOLUTION);
        return Step.after(Bh1750Light.longestConversion(measurementTime), this::collect);
    }

    private Step collect() {
        byte[] counts = new byte[2];
        device.read(counts);
        return Step.finished(Bh1750Light.measured(Words.u16BigEndian(counts, 0), measurementTime));
    }

    @Override
    public void close() {
        device.close();
    }
}
