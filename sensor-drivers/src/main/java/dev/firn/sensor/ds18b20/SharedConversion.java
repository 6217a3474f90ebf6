package dev.firn.sensor.ds18b20;

import dev.firn.bus.Sysfs;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The conversions that the thermometers of one 1-Wire master do together: the first one that is due has all of them
 * measure, and those that are due within the second after only fetch what they found. One thread uses it, that of the
 * 1-Wire buses.
 *
 * <p>Of the kernel's {@code w1_therm}: writing {@code trigger} and a line feed (without it the kernel ignores the
 * word) into the master's {@code therm_bulk_read} starts all parts at once and returns when they are done, after up
 * to 750 ms; each part's next read then only fetches, whatever the age of what it fetches. The file says -1 while
 * somebody's conversion runs, 1 when a part has a result that was not fetched, else 0.
 */
final class SharedConversion {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Sysfs sysfs;
    private final String file;
    private final LongSupplier nanoTime;
    private long number;
    private long endedAt;

    SharedConversion(Sysfs sysfs, String file, LongSupplier nanoTime) {
        this.sysfs = sysfs;
        this.file = file;
        this.nanoTime = nanoTime;
    }

    /** Whether one is running that somebody else has started. */
    boolean isRunning() {
        return sysfs.has(file) && sysfs.text(file).equals("-1");
    }

    /** Whether the master can do them, from Linux 5.8 on and only one of a board, and this user may start them. */
    boolean isPossible() {
        return sysfs.canWrite(file);
    }

    /**
     * Makes sure that there is one which its caller has not fetched from and that ended within the last second.
     *
     * @param fetched number of the last one that the caller has fetched from, 0 at first
     * @return number of the one to fetch from
     * @throws dev.firn.bus.BusException if the kernel does not let us start one
     */
    long after(long fetched) {
        boolean isFresh = nanoTime.getAsLong() - endedAt <= FRESH.toNanos();
        if (number <= fetched || !isFresh) {
            sysfs.write(file, "trigger\n");
            endedAt = nanoTime.getAsLong();
            number++;
        }
        return number;
    }
}
