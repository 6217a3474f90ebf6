package dev.firn.polling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sensor is reported lost. A sensor that comes and goes all the time is reported once a minute at most, or
 * the uplink would carry little else; its readings say missing all the same.
 */
final class Health {

    static final Duration LEAST_BETWEEN_REPORTS = Duration.ofMinutes(1);

    private final String sensor;
    private final PollingListener listener;

    private @Nullable String reason;
    private long lostSinceNanos;
    private boolean reported;
    private boolean everReported;
    private long lastReportNanos;

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
        boolean tooSoon = everReported && nowNanos - lastReportNanos < LEAST_BETWEEN_REPORTS.toNanos();
        if (reason != null && !reported && !tooSoon) {
            reported = true;
            everReported = true;
            lastReportNanos = nowNanos;
            listener.lost(sensor, reason);
        }
    }
}
