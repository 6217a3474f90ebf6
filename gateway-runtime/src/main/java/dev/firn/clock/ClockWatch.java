package dev.firn.clock;

import dev.firn.power.linux.KernelSync;
import dev.firn.power.linux.KernelTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at the system once a second and tells the loop what it sees; keeps what the loop makes of it for the next run, at
 * every change and every ten minutes. A thread of its own, since both may take a while.
 */
public final class ClockWatch implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 1000;
    private static final long KEPT_EVERY_NANOS = TimeUnit.MINUTES.toNanos(10);

    /** Two clocks cannot be read at once; a look that took longer than this is taken again. */
    private static final long LONGEST_GLANCE_NANOS = 1_000_000;

    private static final int MOST_GLANCES = 5;

    private final LiveClock clock;
    private final KernelTime kernel;
    private final ClockFile file;
    private final Consumer<ClockLook> loop;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("clock").daemon().unstarted(this::run);

    private Optional<ClockMemory> kept = Optional.empty();

    private ClockWatch(LiveClock clock, KernelTime kernel, ClockFile file, Consumer<ClockLook> loop) {
        this.clock = clock;
        this.kernel = kernel;
        this.file = file;
        this.loop = loop;
    }

    /**
     * Begins to watch.
     *
     * @param loop takes each look, on the watch's thread
     */
    public static ClockWatch start(LiveClock clock, KernelTime kernel, ClockFile file, Consumer<ClockLook> loop) {
        ClockWatch watch = new ClockWatch(clock, kernel, file, loop);
        watch.thread.start();
        return watch;
    }

    /**
     * Ends it, after the loop. A clock that refuses what the system says is forgotten: whoever restarts the service wants it to
     * begin anew.
     */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            if (clock.isRefusing()) {
                file.forget();
            } else {
                clock.memory().ifPresent(file::write);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                loop.accept(look());
                clock.memory().filter(this::isNews).filter(file::write).ifPresent(memory -> kept = Optional.of(memory));
            } while (!closing.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isNews(ClockMemory memory) {
        return kept.isEmpty()
                || memory.saysMoreThan(kept.get())
                || memory.savedNanos() - kept.get().savedNanos() > KEPT_EVERY_NANOS;
    }

    private ClockLook look() {
        long error = kernel.sync() instanceof KernelSync.Synced(long maxErrorMillis) ? maxErrorMillis : -1;
        boolean setByTimesyncd = kernel.isSetByTimesyncd();
        long uptime = kernel.uptimeMillis().orElse(Long.MAX_VALUE);
        long before = System.nanoTime();
        long system = Instant.now().toEpochMilli();
        long after = System.nanoTime();
        for (int glance = 1; glance < MOST_GLANCES && after - before > LONGEST_GLANCE_NANOS; glance++) {
            before = System.nanoTime();
            system = Instant.now().toEpochMilli();
            after = System.nanoTime();
        }
        return new ClockLook(before + (after - before) / 2, system, uptime, error, setByTimesyncd);
    }
}
