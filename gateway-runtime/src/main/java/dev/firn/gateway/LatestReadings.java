package dev.firn.gateway;

import dev.firn.sensor.LatestValues;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The latest usable value of each series, for sensors that need to know it. Thread-safe. */
final class LatestReadings implements LatestValues {

    /** Air does not change much faster than this, and a part that is read once an hour is of no use here. */
    static final Duration STALE_AFTER = Duration.ofMinutes(15);

    private final Map<String, Latest> latest = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    private record Latest(double value, long timeNanos) {}

    LatestReadings(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void put(String series, double value, long timeNanos) {
        latest.put(series, new Latest(value, timeNanos));
    }

    @Override
    public OptionalDouble of(String series) {
        Latest found = latest.get(series);
        return found != null && nanoTime.getAsLong() - found.timeNanos() <= STALE_AFTER.toNanos()
                ? OptionalDouble.of(found.value())
                : OptionalDouble.empty();
    }
}
