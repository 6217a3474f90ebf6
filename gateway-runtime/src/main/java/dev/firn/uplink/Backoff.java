package dev.firn.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between attempts: doubling from {@code least} to {@code most}, with jitter over the upper half, so
 * that the nodes of a site do not all return in the same second. Never shorter than {@code least}.
 *
 * <p>Not thread-safe.
 */
public final class Backoff {

    private static final int DOUBLINGS = 30;

    private final Duration least;
    private final Duration most;
    private final RandomGenerator random;
    private int failures;

    /** One that has seen no failure. */
    public Backoff(Duration least, Duration most, RandomGenerator random) {
        this.least = least;
        this.most = most;
        this.random = random;
    }

    /** The wait after one more failure. */
    public Duration afterFailure() {
        long ceiling = Math.min(most.toNanos(), saturatingDouble(least.toNanos(), failures));
        failures = Math.min(failures + 1, DOUBLINGS);
        long floor = Math.max(least.toNanos(), ceiling / 2);
        return Duration.ofNanos(floor >= ceiling ? ceiling : random.nextLong(floor, ceiling + 1));
    }

    /** The link works: the next failure is the first again. */
    public void succeeded() {
        failures = 0;
    }

    private static long saturatingDouble(long nanos, int times) {
        return nanos > Long.MAX_VALUE >> times ? Long.MAX_VALUE : nanos << times;
    }
}
