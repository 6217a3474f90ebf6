package dev.firn.polling;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one bus: runs its sensors' tasks when they are due, one after the other; their waits overlap. A
 * transfer that never returns holds up this bus and no other; {@link #watch}, on another thread, notices it.
 */
final class BusPoller {

    private final String bus;
    private final List<SensorTask> tasks;
    private final PollingListener listener;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** The task that is being run, and since when; written by the bus's thread, read by the watching one. */
    private volatile @Nullable Occupation occupation;
    /** Up to here the watching thread has spoken for the sensors; written by it, read by the bus's thread. */
    private volatile long coveredUntilNanos;

    // Owned by the watching thread.
    private @Nullable Occupation reported;

    private record Occupation(SensorTask task, long sinceNanos) {}

    BusPoller(String bus, List<SensorTask> tasks, PollingListener listener, long startNanos) {
        this.bus = bus;
        this.tasks = List.copyOf(tasks);
        this.listener = listener;
        this.coveredUntilNanos = startNanos - 1;
        this.thread = Thread.ofPlatform().name("bus " + bus).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Asks the thread to end between two transfers. */
    void requestStop() {
        stopping.countDown();
    }

    /** Waits for the thread's end, but not for a transfer that never returns. */
    void awaitStop(Duration patience) throws InterruptedException {
        thread.join(patience);
    }

    /**
     * Looks after the bus: when one transfer has taken longer than {@code patience}, says so and flags the bus's
     * sensors missing at their moments from then on until it is over.
     */
    void watch(long nowNanos, Duration patience) {
        Occupation now = occupation;
        Occupation told = reported;
        if (told != null && !Objects.equals(now, told)) {
            reported = null;
            listener.busFreed(bus, Duration.ofNanos(nowNanos - told.sinceNanos()));
        }
        if (now != null && nowNanos - now.sinceNanos() > patience.toNanos()) {
            if (reported == null) {
                reported = now;
                // What was due before belongs to windows that may be closed by now.
                coveredUntilNanos = nowNanos;
                listener.busStuck(bus, now.task().id());
            }
            speakForSensors(nowNanos);
        }
    }

    private void speakForSensors(long nowNanos) {
        long from = coveredUntilNanos;
        for (SensorTask task : tasks) {
            List<Long> moments = task.schedule().between(from, nowNanos);
            if (!moments.isEmpty()) {
                listener.missed(task.id(), task.missing("the bus is stuck"), moments);
            }
        }
        coveredUntilNanos = nowNanos;
    }

    private void run() {
        try {
            while (!stopping.await(soonest() - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                tasks.forEach(this::runIfDue);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tasks.forEach(SensorTask::close);
        }
    }

    private void runIfDue(SensorTask task) {
        long now = System.nanoTime();
        if (now >= task.dueNanos() && stopping.getCount() > 0) {
            occupation = new Occupation(task, now);
            task.skipUntil(coveredUntilNanos);
            task.run(now);
            occupation = null;
        }
    }

    private long soonest() {
        return tasks.stream().mapToLong(SensorTask::dueNanos).min().orElse(Long.MAX_VALUE);
    }
}
