package dev.firn.sensor.ds18b20;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Sysfs;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A thermometer in the kernel's directory of 1-Wire devices. */
final class Ds18b20Sensor implements Sensor {

    private static final String DEVICES = "bus/w1/devices";

    /** DS28EA00: the kernel does not count it among those that convert together. */
    private static final String ALONE_FAMILY = "42";

    private static final int MOST_POLLS = 20;
    private static final int POLL_MILLIS = 50;
    private static final int RETRIES = 1;
    private static final int RETRY_MILLIS = 20;

    private final Sysfs sysfs;
    private final String device;
    private final Quantity quantity;
    private final Function<String, SharedConversion> conversions;
    private @Nullable SharedConversion shared;
    private long fetched;

    /**
     * A thermometer.
     *
     * @param device its name, such as {@code 28-0316a2794bff}
     * @param conversions those of a master, by its directory
     */
    Ds18b20Sensor(Sysfs sysfs, String device, Quantity quantity, Function<String, SharedConversion> conversions) {
        this.sysfs = sysfs;
        this.device = device;
        this.quantity = quantity;
        this.conversions = conversions;
    }

    @Override
    public Step initialise() {
        if (!sysfs.has(DEVICES)) {
            throw new BusException("/sys/" + DEVICES, BusFault.NO_BUS, "add dtoverlay=w1-gpio to config.txt");
        }
        if (!sysfs.has(DEVICES + "/" + device)) {
            throw new BusException(device, BusFault.NO_DEVICE, "the kernel does not see it on any 1-Wire bus");
        }
        shared = conversions.apply(master());
        return Step.finished();
    }

    @Override
    public Step measure() {
        return convert(Objects.requireNonNull(shared, "not initialised"), MOST_POLLS);
    }

    @Override
    public void close() {
        // Nothing is open between two reads.
    }

    private Step convert(SharedConversion conversion, int polls) {
        if (polls > 0 && conversion.isRunning()) {
            return Step.afterMillis(POLL_MILLIS, () -> convert(conversion, polls - 1));
        }
        if (!family().equals(ALONE_FAMILY) && conversion.isPossible()) {
            convertTogether(conversion);
        }
        return fetch(RETRIES);
    }

    /** Where the kernel does not let us, each thermometer converts by itself when its file is read. */
    private void convertTogether(SharedConversion conversion) {
        try {
            fetched = conversion.after(fetched);
        } catch (BusException e) {
            if (e.fault() != BusFault.NOT_PERMITTED && e.fault() != BusFault.NO_DEVICE) {
                throw e;
            }
        }
    }

    /** The kernel says nothing at all where a part has not answered, or wrongly five times over. */
    private Step fetch(int retries) {
        String answer = sysfs.text(DEVICES + "/" + device + "/w1_slave");
        if (retries > 0 && !W1Slave.isIntact(answer)) {
            return Step.afterMillis(RETRY_MILLIS, () -> fetch(retries - 1));
        }
        if (answer.isEmpty()) {
            throw new BusException(device, BusFault.NO_DEVICE, "or what it answers arrives damaged");
        }
        return Step.finished(Measured.of(quantity, W1Slave.celsius(family(), answer)));
    }

    private String family() {
        return device.substring(0, 2);
    }

    private String master() {
        return sysfs.list(DEVICES).stream()
                .map(name -> DEVICES + "/" + name)
                .filter(path -> path.contains("/w1_bus_master") && sysfs.has(path + "/" + device))
                .findFirst()
                .orElse(DEVICES);
    }
}
