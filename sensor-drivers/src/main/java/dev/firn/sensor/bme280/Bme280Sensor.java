package dev.firn.sensor.bme280;

import com.pi4j.io.i2c.I2C;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A BME280 or BMP280 that Firn speaks to: one measurement at a time ("forced mode"), after which the part goes to sleep
 * by itself. Registers and sequence: Bosch data sheet BST-BME280-DS002, sections 3.3.3, 4 and 5.
 */
final class Bme280Sensor implements Sensor {

    static final int IDENTITY = 0xD0;

    private static final int RESET = 0xE0;
    private static final byte RESET_WORD = (byte) 0xB6;
    private static final int START_UP_MILLIS = 2;
    private static final int CALIBRATION = 0x88;
    private static final int CALIBRATION_OF_HUMIDITY = 0xE1;
    private static final int CONTROL_HUMIDITY = 0xF2;
    private static final int STATUS = 0xF3;
    private static final int UPDATING = 0x01;
    private static final int MEASURING = 0x08;
    private static final int CONTROL_MEASUREMENT = 0xF4;
    private static final int DATA = 0xF7;
    private static final int POLLS = 20;

    private final I2C device;
    private final Bme280Part part;
    private final Bme280Oversampling oversampling;
    private @Nullable Bme280Calibration calibration;

    Bme280Sensor(I2C device, Bme280Part part, Bme280Oversampling oversampling) {
        this.device = device;
        this.part = part;
        this.oversampling = oversampling;
    }

    @Override
    public Step initialise() {
        int identity = device.readRegister(IDENTITY);
        if (identity != part.identity()) {
            throw SensorFaultException.wrongIdentity(part.name(), part.identity(), identity);
        }
        device.writeRegister(RESET, RESET_WORD);
        return Step.afterMillis(START_UP_MILLIS, () -> whenClear(UPDATING, POLLS, this::readCalibration));
    }

    /** Sets it up anew each time, in case that it has been without power; the humidity's setting has to come first. */
    @Override
    public Step measure() {
        if (part.hasHumidity()) {
            device.writeRegister(CONTROL_HUMIDITY, oversampling.controlHumidity());
        }
        device.writeRegister(CONTROL_MEASUREMENT, oversampling.controlMeasurement());
        return Step.after(oversampling.longestMeasurement(part), () -> whenClear(MEASURING, POLLS, this::collect));
    }

    private Step readCalibration() {
        byte[] first = read(CALIBRATION, Bme280Calibration.FIRST_BYTES);
        calibration = part.hasHumidity()
                ? Bme280Calibration.of(first, read(CALIBRATION_OF_HUMIDITY, Bme280Calibration.HUMIDITY_BYTES))
                : Bme280Calibration.of(first);
        return Step.finished();
    }

    /** In one burst, so that the values belong together. */
    private Step collect() {
        byte[] data = read(DATA, part.hasHumidity() ? 8 : 6);
        return Step.finished(Bme280Air.measured(data, Objects.requireNonNull(calibration, "not initialised")));
    }

    private Step whenClear(int bit, int polls, Supplier<Step> next) {
        int status = device.readRegister(STATUS);
        if ((status & bit) == 0) {
            return next.get();
        }
        if (polls == 0) {
            throw new SensorFaultException("it stays busy: status 0x%02x".formatted(status));
        }
        return Step.afterMillis(1, () -> whenClear(bit, polls - 1, next));
    }

    private byte[] read(int register, int length) {
        byte[] bytes = new byte[length];
        device.readRegister(register, bytes);
        return bytes;
    }

    @Override
    public void close() {
        device.close();
    }
}
