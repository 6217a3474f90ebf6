package dev.firn.outbox;

import java.util.function.LongSupplier;

/**
 * Counts the bytes that Firn writes to the card, of the last 24 hours: a card bears a certain number of them. What is noted
 * is what was asked for; the card itself writes more. Thread-safe.
 */
public final class WriteMeter {

    private static final int HOURS = 24;
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    private final LongSupplier nanos;
    private final long beganNanos;
    // Guarded by this: a ring of hours.
    private final long[] byHour = new long[HOURS];
    private long hour;

    /** A meter that begins now. */
    public WriteMeter() {
        this(System::nanoTime);
    }

    WriteMeter(LongSupplier nanos) {
        this.nanos = nanos;
        beganNanos = nanos.getAsLong();
    }

    /** So many bytes go to the card. */
    public synchronized void wrote(long bytes) {
        turn();
        byHour[(int) (hour % HOURS)] += bytes;
    }

    /** Bytes of the last 24 hours, or since the start where that is less. */
    public synchronized long bytesOfADay() {
        turn();
        long sum = 0;
        for (long bytes : byHour) {
            sum += bytes;
        }
        return sum;
    }

    private void turn() {
        long now = (nanos.getAsLong() - beganNanos) / NANOS_PER_HOUR;
        for (long next = Math.max(hour + 1, now - HOURS + 1); next <= now; next++) {
            byHour[(int) (next % HOURS)] = 0;
        }
        hour = now;
    }
}
