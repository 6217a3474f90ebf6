package dev.firn.sensor.pulse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * How fast pulses come, from their times: the mean between two readings and the greatest over any three seconds. Times
 * in nanoseconds, of any origin, never going back. Not thread-safe.
 *
 * <p>So that a slow train is not seen in steps of one pulse a reading, the time between two pulses counts as passed
 * evenly: the pulses until an instant are a line through the points (time of the pulse, number of the pulse). After the
 * last pulse the line goes on as steeply as before it, and sinks back once the next pulse is later than that: with x
 * periods passed, the smaller of x and 1/x of a pulse. What a reading gave too much the next one gives less, so that the
 * sum over readings is the number of pulses, to within one for ever.
 */
final class PulseTrain {

    /** WMO-No. 8, part I, chapter 5: a gust is the greatest mean over 3 s. */
    private static final long GUST_NANOS = 3_000_000_000L;

    private static final double NANOS = 1e9;

    /** Pulses of the last three seconds; the start is number 0 among them. */
    private final Deque<Long> recent = new ArrayDeque<>();

    private long count;
    private long lastNanos;
    private long periodNanos;
    private long leftNanos;
    private boolean hasLeft;
    private double told;
    private long toldNanos;
    private double most;

    /** A train that begins now. */
    PulseTrain(long nowNanos) {
        recent.add(nowNanos);
        lastNanos = nowNanos;
        toldNanos = nowNanos;
    }

    /**
     * Rates since the reading before.
     *
     * @param mean pulses a second
     * @param gust the greatest mean over three seconds that ended since then, pulses a second
     */
    record Rates(double mean, double gust) {}

    /** The next pulse. */
    void pulse(long timeNanos) {
        long period = Math.max(1, timeNanos - lastNanos);
        while (!recent.isEmpty() && recent.getFirst() + GUST_NANOS <= timeNanos) {
            leftNanos = recent.removeFirst();
            hasLeft = true;
            double end = count + (leftNanos + GUST_NANOS - lastNanos) / (double) period;
            most = Math.max(most, end - (numberOfFirst() - 1));
        }
        count++;
        recent.add(timeNanos);
        lastNanos = timeNanos;
        periodNanos = period;
        most = Math.max(most, count - passedUntil(timeNanos - GUST_NANOS));
    }

    /** The rates now; no pulse before this time is to come. */
    Rates read(long nowNanos) {
        double passed = passedUntil(nowNanos);
        double gust = Math.max(most, passed - passedUntil(nowNanos - GUST_NANOS)) * NANOS / GUST_NANOS;
        double mean = Math.max(0, passed - told) * NANOS / Math.max(1, nowNanos - toldNanos);
        told = Math.max(told, passed);
        toldNanos = nowNanos;
        most = 0;
        return new Rates(mean, gust);
    }

    /** The line through the pulses, at a time that is not much more than three seconds ago. */
    private double passedUntil(long timeNanos) {
        if (timeNanos >= lastNanos) {
            return count + shareOfNext(timeNanos - lastNanos);
        }
        long before = leftNanos;
        boolean isKnown = hasLeft;
        long number = numberOfFirst();
        for (Iterator<Long> pulses = recent.iterator(); pulses.hasNext(); number++) {
            long pulse = pulses.next();
            if (pulse > timeNanos) {
                return isKnown ? number - (pulse - timeNanos) / (double) (pulse - before) : 0;
            }
            before = pulse;
            isKnown = true;
        }
        return count;
    }

    private double shareOfNext(long sinceNanos) {
        if (periodNanos == 0 || sinceNanos == 0) {
            return 0;
        }
        double periods = sinceNanos / (double) periodNanos;
        return Math.min(periods, 1 / periods);
    }

    private long numberOfFirst() {
        return count - recent.size() + 1;
    }
}
