package dev.firn.sensor.tsl2591;

import com.pi4j.io.i2c.I2C;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import java.time.Duration;

/**
 * A TSL2591 that Firn speaks to: it is switched on for one measurement, and for another one where the first was too
 * bright or too dark for its gain. Registers: ams data sheet "TSL2591", Rev. 2, section "Register Description".
 */
final class Tsl2591Sensor implements Sensor {

    static final int IDENTITY = 0xB2;
    static final int IDENTITY_CODE = 0x50;

    // Each register's number with the bits of a normal command, 0xA0.
    private static final int ENABLE = 0xA0;
    private static final byte OFF = 0x00;
    private static final byte POWER_AND_LIGHT = 0x03;
    private static final int CONTROL = 0xA1;
    private static final int STATUS = 0xB3;
    private static final int VALID = 0x01;
    private static final int LIGHT = 0xB4;

    private static final int POLLS = 20;
    private static final int POLL_MILLIS = 10;

    private final I2C device;
    private final IntegrationTime time;
    private final boolean isAutomatic;
    private Gain gain;

    /** A part whose gain is looked for, beginning with a medium one. */
    static Tsl2591Sensor automatic(I2C device, IntegrationTime time) {
        return new Tsl2591Sensor(device, time, true, Gain.MEDIUM);
    }

    /** A part with one gain. */
    static Tsl2591Sensor fixed(I2C device, IntegrationTime time, Gain gain) {
        return new Tsl2591Sensor(device, time, false, gain);
    }

    private Tsl2591Sensor(I2C device, IntegrationTime time, boolean isAutomatic, Gain gain) {
        this.device = device;
        this.time = time;
        this.isAutomatic = isAutomatic;
        this.gain = gain;
    }

    @Override
    public Step initialise() {
        int identity = device.readRegister(IDENTITY);
        if (identity != IDENTITY_CODE) {
            throw SensorFaultException.wrongIdentity("TSL2591", IDENTITY_CODE, identity);
        }
        device.writeRegister(ENABLE, OFF);
        return Step.finished();
    }

    @Override
    public Step measure() {
        return attempt(isAutomatic ? Gain.values().length : 1);
    }

    /** Switching it on takes the mark of a valid value back. */
    private Step attempt(int attempts) {
        device.writeRegister(CONTROL, (byte) (gain.bits() | time.bits()));
        device.writeRegister(ENABLE, POWER_AND_LIGHT);
        return Step.after(Duration.ofMillis(time.millis() * 12L / 10), () -> whenValid(POLLS, attempts - 1));
    }

    private Step whenValid(int polls, int attempts) {
        int status = device.readRegister(STATUS);
        if ((status & VALID) != 0) {
            return collect(attempts);
        }
        if (polls == 0) {
            throw new SensorFaultException("it does not measure: status 0x%02x".formatted(status));
        }
        return Step.afterMillis(POLL_MILLIS, () -> whenValid(polls - 1, attempts));
    }

    private Step collect(int attempts) {
        byte[] counts = new byte[Tsl2591Light.BYTES];
        device.readRegister(LIGHT, counts);
        refuseLostSettings();
        device.writeRegister(ENABLE, OFF);
        Tsl2591Light light = Tsl2591Light.of(counts, gain, time);
        if (light.betterGain() == gain || attempts == 0) {
            return Step.finished(light.measured());
        }
        gain = light.betterGain();
        return attempt(attempts);
    }

    /** A dead bus reads as valid and saturated. */
    private void refuseLostSettings() {
        int control = device.readRegister(CONTROL);
        int expected = gain.bits() | time.bits();
        if (control != expected) {
            throw new SensorFaultException(
                    "its settings are 0x%02x instead of 0x%02x: it was without power".formatted(control, expected));
        }
    }

    @Override
    public void close() {
        device.close();
    }
}
