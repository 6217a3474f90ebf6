package dev.firn.sensor.ads1115;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import java.util.ArrayList;
import java.util.List;

/** An ADS1115 that Firn speaks to: one conversion at a time, between which it sleeps. */
final class Ads1115Sensor implements Sensor {

    private static final int CONVERSION = 0;
    private static final int CONFIGURATION = 1;
    private static final int MOST_POLLS = 50;

    private final I2C device;
    private final Ads1115Inputs inputs;
    private final List<Integer> conversions;
    private final double range;
    private final int rate;

    /**
     * A converter.
     *
     * @param range full scale in volts
     * @param rate conversions a second
     */
    Ads1115Sensor(I2C device, Ads1115Inputs inputs, double range, int rate) {
        this.device = device;
        this.inputs = inputs;
        this.conversions = inputs.conversions();
        this.range = range;
        this.rate = rate;
    }

    /** The part has no identity: that it keeps what is written into its configuration has to do. */
    @Override
    public Step initialise() {
        int wanted = configuration(conversions.getFirst());
        write(wanted);
        check(wanted, read(CONFIGURATION));
        return Step.finished();
    }

    @Override
    public Step measure() {
        return convert(new ArrayList<>());
    }

    @Override
    public void close() {
        device.close();
    }

    private Step convert(List<InputVoltage> voltages) {
        if (voltages.size() == conversions.size()) {
            return Step.finished(inputs.measured(voltages));
        }
        int configuration = configuration(conversions.get(voltages.size()));
        write(configuration | Ads1115Code.START_OR_READY);
        return Step.after(Ads1115Code.longestConversion(rate), () -> collect(voltages, configuration, MOST_POLLS));
    }

    private Step collect(List<InputVoltage> voltages, int configuration, int polls) {
        int status = read(CONFIGURATION);
        check(configuration, status);
        if ((status & Ads1115Code.START_OR_READY) == 0) {
            if (polls == 0) {
                throw new SensorFaultException("a conversion does not end");
            }
            return Step.afterMillis(1, () -> collect(voltages, configuration, polls - 1));
        }
        voltages.add(Ads1115Code.voltage((short) read(CONVERSION), range));
        return convert(voltages);
    }

    private int configuration(int input) {
        return Ads1115Code.configuration(input, range, rate);
    }

    private static void check(int wanted, int found) {
        if ((found & ~Ads1115Code.START_OR_READY) != wanted) {
            throw new SensorFaultException(
                    "configuration reads 0x%04x after 0x%04x: not an ADS1115, or another program uses it too"
                            .formatted(found, wanted));
        }
    }

    private int read(int register) {
        byte[] bytes = new byte[2];
        device.readRegister(register, bytes);
        return Words.u16BigEndian(bytes, 0);
    }

    private void write(int configuration) {
        device.writeRegister(CONFIGURATION, new byte[] {(byte) (configuration >> 8), (byte) configuration});
    }
}
