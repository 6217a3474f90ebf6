package dev.firn.polling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sensor is reported lost. A sensor that comes and goes all the time is reported a few times and then once a
 * minute at most, or the uplink would carry little else; its readings say missing all the same.
 */
final class Health {

    /** So many reports may come at once. */
    static final int MOST_AT_ONCE = 5;

    /** After so long one more may. */
    private static final long ANOTHER_AFTER_NANOS = Duration.ofMinutes(1).toNanos();

    private final String sensor;
    private final PollingListener listener;

    private @Nullable String reason;
    private long lostSinceNanos;
    private boolean reported;
    /** How many reports may be made, and up to when that is counted. */
    private int allowance = MOST_AT_ONCE;

    private long allowanceNanos;

    Health(String sensor, PollingListener listener) {
        this.sensor = sensor;
        this.listener = listener;
    }

    /** It failed, again or for the first time. */
    void failed(String why, long nowNanos) {
        if (reason == null) {
            lostSinceNanos = nowNanos;
        }
        reason = why;
        reportIfDue(nowNanos);
    }

    /** It measured. */
    void well(long nowNanos) {
        if (reported) {
            listener.back(sensor, Duration.ofNanos(nowNanos - lostSinceNanos));
        }
        reported = false;
        reason = null;
    }

    /** Why it is lost; null while it is well. */
    @Nullable
    String reason() {
        return reason;
    }

    private void reportIfDue(long nowNanos) {
        if (reason != null && !reported && takeAllowance(nowNanos)) {
            reported = true;
            listener.lost(sensor, reason);
        }
    }

    private boolean takeAllowance(long nowNanos) {
        if (allowance == MOST_AT_ONCE) {
            allowanceNanos = nowNanos;
        }
        long more = (nowNanos - allowanceNanos) / ANOTHER_AFTER_NANOS;
        allowanceNanos += more * ANOTHER_AFTER_NANOS;
        allowance = (int) Math.min(MOST_AT_ONCE, allowance + more);
        if (allowance == 0) {
            return false;
        }
        allowance--;
        return true;
    }
}
