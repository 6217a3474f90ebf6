package dev.firn.gateway;

import dev.firn.bus.Buses;
import dev.firn.polling.Polling;
import dev.firn.polling.PollingListener;
import dev.firn.sensor.ConfiguredSensor;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SensorContext;
import dev.firn.telemetry.QualityFlag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A look at one sensor, in lines of text, through the same polling as the service's. */
public final class LiveLook implements PollingListener {

    /** For eyes: whoever waits for half an hour for a reading thinks that it is broken. */
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(2);

    private final String id;
    private final boolean goesOn;
    private final Consumer<String> out;
    private final LatestReadings latest = new LatestReadings(System::nanoTime);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean measured;

    /**
     * A look.
     *
     * @param id of the sensor that is shown
     * @param goesOn whether it goes on after the first measurement, until the thread is interrupted
     * @param out takes each line, on the thread of a bus
     */
    public LiveLook(String id, boolean goesOn, Consumer<String> out) {
        this.id = id;
        this.goesOn = goesOn;
        this.out = out;
    }

    /**
     * Looks.
     *
     * @param sensors all that are configured, since the one may need what others say
     * @return whether the sensor measured something
     */
    public boolean run(List<ConfiguredSensor> sensors, Buses buses) throws InterruptedException {
        List<ConfiguredSensor> often = sensors.stream()
                .map(sensor ->
                        new ConfiguredSensor(sensor.id(), sensor.driver(), sensor.settings(), shorter(sensor.every())))
                .toList();
        try (Polling polling = Polling.start(often, new SensorContext(buses, latest), this)) {
            done.await();
            return measured && polling != null;
        }
    }

    @Override
    public void measured(String sensor, List<Measured> values, long timeNanos) {
        for (Measured value : values) {
            if (value.flag().isGood()) {
                latest.put(sensor + "/" + value.quantity().name(), value.value(), timeNanos);
            }
        }
        if (sensor.equals(id) && done.getCount() > 0) {
            show(values);
        }
    }

    @Override
    public void missed(String sensor, List<Measured> values, List<Long> timesNanos) {
        measured(sensor, values, timesNanos.getLast());
    }

    private void show(List<Measured> values) {
        values.forEach(value -> out.accept(describe(value)));
        measured |= values.stream().anyMatch(value -> value.flag() != QualityFlag.MISSING);
        if (!goesOn) {
            done.countDown();
        }
    }

    private String describe(Measured value) {
        String series = id + "/" + value.quantity().name();
        if (value.flag() == QualityFlag.MISSING) {
            return "%-36s missing: %s".formatted(series, value.reason());
        }
        String doubt = value.reason().isEmpty()
                ? ""
                : "  " + value.flag().name().toLowerCase(Locale.ROOT) + ": " + value.reason();
        return "%-36s %s %s%s"
                .formatted(series, number(value.value()), value.quantity().unit(), doubt);
    }

    private static String number(double value) {
        int decimals = Math.abs(value) >= 1000 ? 1 : 6;
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Duration shorter(Duration every) {
        return every.compareTo(LONGEST_INTERVAL) < 0 ? every : LONGEST_INTERVAL;
    }

    @Override
    public void lost(String sensor, String reason) {
        // Its readings say so.
    }

    @Override
    public void back(String sensor, Duration away) {
        // Its readings say so.
    }

    @Override
    public void busStuck(String bus, String sensor) {
        out.accept("a transfer of " + sensor + " on " + bus + " does not end");
    }

    @Override
    public void busFreed(String bus, Duration stuck) {
        out.accept(bus + " goes on");
    }
}
