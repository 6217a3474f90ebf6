package dev.firn.sensor.vl53l1x;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * A VL53L1X that Firn speaks to. Its light is on only while it measures. Source: ST STSW-IMG009, the part's ultra lite
 * driver (UM2510): registers have addresses of 16 bits.
 */
final class Vl53l1xSensor implements Sensor {

    static final int MODEL = 0x010F;

    /** Model 0xEA, type 0xCC. */
    static final int IDENTITY = 0xEACC;

    private static final int FIRMWARE_STATUS = 0x00E5;
    private static final int OSCILLATOR = 0x00DE;
    private static final int FIRST_OF_SETTINGS = 0x002D;
    private static final int INTERRUPT_POLARITY_AND_STATUS = 0x0030;
    private static final int RESULT = 0x0089;
    private static final int INTERRUPT_CLEAR = 0x0086;
    private static final int MODE = 0x0087;
    private static final int RANGING = 0x40;
    private static final int STANDBY = 0x00;

    private static final int MOST_POLLS = 200;

    /** The settings of registers 0x002D to 0x0087. */
    private static final byte[] USUAL_SETTINGS = HexFormat.ofDelimiter(" ")
            .parseHex("00 00 00 01 02 00 02 08 00 08 10 01 01 00 00 00 "
                    + "00 ff 00 0f 00 00 00 00 00 20 0b 00 00 02 0a 21 "
                    + "00 00 05 00 00 00 00 c8 00 00 38 ff 01 00 08 00 "
                    + "00 01 cc 0f 01 f1 0d 01 68 00 80 08 b8 00 00 00 "
                    + "00 0f 89 00 00 00 00 00 00 00 01 0f 0d 0e 0e 00 "
                    + "00 02 c7 ff 9b 00 00 00 01 00 00");

    private final I2C device;
    private final DistanceMode mode;
    private final int budget;

    /**
     * A part on its bus.
     *
     * @param budget how long a measurement takes, in ms: one of the mode's
     */
    Vl53l1xSensor(I2C device, DistanceMode mode, int budget) {
        this.device = device;
        this.mode = mode;
        this.budget = budget;
    }

    @Override
    public Step initialise() {
        return await(this::hasBooted, MOST_POLLS, this::setUp);
    }

    private Step setUp() {
        int identity = readWord(device, MODEL);
        if (identity != IDENTITY) {
            throw new SensorFaultException(
                    "identity 0x%04x is not that of a VL53L1X (0x%04x)".formatted(identity, IDENTITY));
        }
        writeAll(FIRST_OF_SETTINGS, USUAL_SETTINGS);
        write(MODE, RANGING);
        return await(this::isReady, MOST_POLLS, this::finishSetUp);
    }

    /** The first measurement was for the part to find its voltage; from now on it starts from that. */
    private Step finishSetUp() {
        write(INTERRUPT_CLEAR, 0x01);
        write(MODE, STANDBY);
        write(0x0008, 0x09);
        write(0x000B, 0x00);
        setMode();
        setTiming();
        return Step.finished();
    }

    private void setMode() {
        write(0x004B, mode.phaseTimeout);
        write(0x0060, mode.firstPeriod);
        write(0x0063, mode.secondPeriod);
        write(0x0069, mode.highestPhase);
        writeWord(0x0078, mode.windows);
        writeWord(0x007A, mode.initialPhases);
    }

    private void setTiming() {
        writeWord(0x005E, mode.timeouts(budget).first());
        writeWord(0x0061, mode.timeouts(budget).second());
        // The part wants the time from measurement to measurement to be longer than one takes.
        int ticks = (int) ((readWord(device, OSCILLATOR) & 0x3FF) * (budget + 5) * 1.075);
        write(0x006C, ticks >>> 24, ticks >>> 16, ticks >>> 8, ticks);
    }

    @Override
    public Step measure() {
        write(MODE, RANGING);
        return Step.afterMillis(budget, () -> await(this::isReady, MOST_POLLS, this::measureAgain));
    }

    /** The first one after a start is not checked for targets beyond the range (UM2356, range status 6). */
    private Step measureAgain() {
        write(INTERRUPT_CLEAR, 0x01);
        return Step.afterMillis(budget, () -> await(this::isReady, MOST_POLLS, this::collect));
    }

    private Step collect() {
        byte[] result = read(device, RESULT, Vl53l1xResult.LENGTH);
        write(INTERRUPT_CLEAR, 0x01);
        write(MODE, STANDBY);
        if (Words.areBlank(result)) {
            throw new SensorFaultException("the result reads as blank bytes");
        }
        return Step.finished(Vl53l1xResult.distance(result));
    }

    @Override
    public void close() {
        device.close();
    }

    private Step await(Supplier<Boolean> condition, int polls, Supplier<Step> next) {
        if (condition.get()) {
            return next.get();
        }
        if (polls == 0) {
            throw new SensorFaultException("not ready after a second");
        }
        return Step.afterMillis(5, () -> await(condition, polls - 1, next));
    }

    private boolean hasBooted() {
        return (read(device, FIRMWARE_STATUS, 1)[0] & 0x01) != 0;
    }

    /** Bit 4 of the first register says which level of bit 0 of the second one means "ready". */
    private boolean isReady() {
        byte[] interrupt = read(device, INTERRUPT_POLARITY_AND_STATUS, 2);
        boolean activeLow = (interrupt[0] & 0x10) != 0;
        return (interrupt[1] & 0x01) == (activeLow ? 0 : 1);
    }

    static int readWord(I2C device, int register) {
        return Words.u16BigEndian(read(device, register, 2), 0);
    }

    private static byte[] read(I2C device, int register, int length) {
        byte[] bytes = new byte[length];
        device.readRegister(address(register), bytes);
        return bytes;
    }

    private void writeWord(int register, int value) {
        write(register, value >> 8, value);
    }

    private void write(int register, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        writeAll(register, bytes);
    }

    private void writeAll(int register, byte[] values) {
        device.writeRegister(address(register), values, 0, values.length);
    }

    private static byte[] address(int register) {
        return new byte[] {(byte) (register >> 8), (byte) register};
    }
}
