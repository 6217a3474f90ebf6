package dev.firn.sensor.gnss;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver told last, and whether it knows where it is. A value is told on for two and a half seconds, since
 * receivers speak once a second and readings fall where they may. Times in nanoseconds, of any origin. Not thread-safe.
 */
public final class LatestFix {

    private static final long FRESH_NANOS = 2_500_000_000L;
    private static final long SILENT_NANOS = 10_000_000_000L;

    /** Slower than this the noise of the position makes the course. */
    private static final double LEAST_SPEED = 0.5;

    private final Map<Quantity, Told> told = new HashMap<>();
    private boolean hasFix;
    private long heardNanos;

    private record Told(double value, long timeNanos) {}

    /** Nothing is told yet. */
    public LatestFix(long nowNanos) {
        heardNanos = nowNanos;
    }

    /** The receiver says whether it has a fix; without one, what it told before is no longer true. */
    public void fix(boolean has, long nowNanos) {
        hasFix = has;
        heardNanos = nowNanos;
        if (!has) {
            told.keySet().removeIf(LatestFix::needsFix);
        }
    }

    /** The receiver tells a value, in the quantity's unit. What needs a fix is forgotten while there is none. */
    public void tell(Quantity quantity, double value, long nowNanos) {
        if (hasFix || !needsFix(quantity)) {
            told.put(quantity, new Told(value, nowNanos));
        }
    }

    /** Whether the receiver has not said for ten seconds whether it has a fix. */
    public boolean isSilent(long nowNanos) {
        return nowNanos - heardNanos > SILENT_NANOS;
    }

    /** The values now, or why there are none. */
    public List<Measured> measured(List<Quantity> quantities, long nowNanos) {
        return quantities.stream().map(quantity -> measured(quantity, nowNanos)).toList();
    }

    private Measured measured(Quantity quantity, long nowNanos) {
        Told latest = fresh(quantity, nowNanos);
        if (latest == null) {
            return Measured.missing(quantity, whyMissing(quantity, nowNanos));
        }
        return quantity.equals(Quantity.COURSE) && isSlow(nowNanos)
                ? Measured.suspect(quantity, latest.value(), "slower than 0.5 m/s: the course is little but noise")
                : Measured.of(quantity, latest.value());
    }

    private String whyMissing(Quantity quantity, long nowNanos) {
        if (nowNanos - heardNanos > FRESH_NANOS) {
            return "the receiver is silent";
        }
        return needsFix(quantity) && !hasFix ? "no fix" : "the receiver does not tell it";
    }

    private boolean isSlow(long nowNanos) {
        Told speed = fresh(Quantity.GROUND_SPEED, nowNanos);
        return speed != null && speed.value() < LEAST_SPEED;
    }

    private @Nullable Told fresh(Quantity quantity, long nowNanos) {
        Told latest = told.get(quantity);
        return latest == null || nowNanos - latest.timeNanos() > FRESH_NANOS ? null : latest;
    }

    private static boolean needsFix(Quantity quantity) {
        return !quantity.equals(Quantity.SATELLITES);
    }
}
