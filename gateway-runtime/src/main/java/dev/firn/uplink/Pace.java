package dev.firn.uplink;

import java.time.Duration;

/**
 * Holds back what would be more than so many bytes a second, on average over the last ten seconds: for links that are paid by
 * the byte. Not thread-safe.
 */
final class Pace {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BURST_SECONDS = 10;

    private final double bytesPerSecond;
    private double credit;
    private long atNanos;

    /**
     * A pace with all its credit.
     *
     * @param bytesPerSecond 0 for as fast as the link goes
     */
    Pace(long bytesPerSecond, long nowNanos) {
        this.bytesPerSecond = bytesPerSecond;
        credit = bytesPerSecond * BURST_SECONDS;
        atNanos = nowNanos;
    }

    /** So many bytes go now. */
    void went(int bytes, long nowNanos) {
        refill(nowNanos);
        credit -= bytes;
    }

    /** How long to wait before anything more goes. */
    Duration untilMore(long nowNanos) {
        refill(nowNanos);
        return bytesPerSecond == 0 || credit >= 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil(-credit / bytesPerSecond * NANOS_PER_SECOND));
    }

    private void refill(long nowNanos) {
        double earned = (nowNanos - atNanos) / NANOS_PER_SECOND * bytesPerSecond;
        credit = Math.min(bytesPerSecond * BURST_SECONDS, credit + earned);
        atNanos = nowNanos;
    }
}
