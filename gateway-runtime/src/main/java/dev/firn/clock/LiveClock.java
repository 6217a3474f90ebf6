package dev.firn.gateway;

import dev.firn.uplink.ClockStamp;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The time that the kernel has. A board without a battery clock begins wherever it was when it was last switched off,
 * so it is synced only once systemd-timesyncd says that it has set it.
 */
final class KernelClock implements GatewayClock {

    private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");
    private static final long LOOK_EVERY_NANOS = 10_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long UNKNOWN = -1;

    private volatile Look look = Look.now();

    private record Look(boolean synced, long atNanos) {
        static Look now() {
            return new Look(Files.exists(SYNCHRONIZED), System.nanoTime());
        }
    }

    @Override
    public ClockStamp now() {
        if (System.nanoTime() - look.atNanos() > LOOK_EVERY_NANOS) {
            look = Look.now();
        }
        return new ClockStamp(System.currentTimeMillis(), look.synced(), UNKNOWN);
    }

    @Override
    public void advanceTo(long millis) {
        // It goes on by itself.
    }

    @Override
    public boolean runsByItself() {
        return true;
    }

    /** What the clock showed at a moment of {@link System#nanoTime}, if it was not set since. */
    long wallMillisAt(long nanos) {
        return System.currentTimeMillis() - (System.nanoTime() - nanos) / NANOS_PER_MILLI;
    }
}
