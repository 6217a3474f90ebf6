package dev.firn.sensor.veml7700;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;

/**
 * A VEML7700 that Firn speaks to: it is switched on for one measurement, and for another one where the first was too
 * bright or too dark for its range. Registers have 16 bits, low byte first: data sheet 84286, section "Command Register
 * Format".
 */
final class Veml7700Sensor implements Sensor {

    static final int IDENTITY = 0x07;
    static final int IDENTITY_CODE = 0x81;

    private static final int CONFIGURATION = 0x00;
    private static final int SHUT_DOWN = 0x0001;
    private static final int POWER_SAVING = 0x03;
    private static final int LIGHT = 0x04;

    private final I2C device;
    private final Veml7700Ladder ladder;
    private final double resolution;
    private int position;

    Veml7700Sensor(I2C device, Veml7700Ladder ladder, double resolution) {
        this.device = device;
        this.ladder = ladder;
        this.resolution = resolution;
        position = ladder.first();
    }

    @Override
    public Step initialise() {
        int identity = read(device, IDENTITY) & 0xFF;
        if (identity != IDENTITY_CODE) {
            throw SensorFaultException.wrongIdentity("VEML7700", IDENTITY_CODE, identity);
        }
        write(CONFIGURATION, SHUT_DOWN);
        write(POWER_SAVING, 0);
        return Step.finished();
    }

    @Override
    public Step measure() {
        return attempt(ladder.ranges().size());
    }

    private Step attempt(int attempts) {
        Veml7700Range range = ladder.ranges().get(position);
        write(CONFIGURATION, range.configuration());
        return Step.after(range.longestMeasurement(), () -> collect(range, attempts - 1));
    }

    private Step collect(Veml7700Range range, int attempts) {
        int raw = read(device, LIGHT);
        refuseLostSettings(range);
        write(CONFIGURATION, range.configuration() | SHUT_DOWN);
        int next = ladder.next(position, raw);
        if (next == position || attempts == 0) {
            return Step.finished(range.measured(raw, resolution));
        }
        position = next;
        return attempt(attempts);
    }

    /** Without power in between it counts nothing, and a dead bus reads as darkness or as saturation. */
    private void refuseLostSettings(Veml7700Range range) {
        int configuration = read(device, CONFIGURATION);
        if (configuration != range.configuration()) {
            throw new SensorFaultException("its settings are 0x%04x instead of 0x%04x: it was without power"
                    .formatted(configuration, range.configuration()));
        }
    }

    static int read(I2C device, int register) {
        byte[] word = new byte[2];
        device.readRegister(register, word);
        return Words.u16LittleEndian(word, 0);
    }

    private void write(int register, int word) {
        device.writeRegister(register, new byte[] {(byte) word, (byte) (word >> 8)});
    }

    @Override
    public void close() {
        device.close();
    }
}
