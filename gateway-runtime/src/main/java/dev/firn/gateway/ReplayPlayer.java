package dev.firn.gateway;

import dev.firn.config.ReplayConfig;
import dev.firn.config.ReplayConfig.Then;
import dev.firn.outbox.Outbox;
import dev.firn.sensor.SensorException;
import dev.firn.sensor.replay.RecordedRow;
import dev.firn.sensor.replay.ReplayTimeline;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Plays recordings to the loop, in the place of sensors: at a multiple of their own pace, or as fast as the outbox
 * takes what comes of them. One platform thread, like a bus of real sensors.
 *
 * <p>Between two rows it also tells the loop when the window ends that the first of them is in. That makes the moments
 * that the loop sees, and with them every message, the same at any speed.
 */
final class ReplayPlayer implements Acquisition {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ReplayConfig config;
    private final long tickMillis;
    private final ReplayTimeline timeline;
    private final SkippedLines skippedLines;
    private final Inbox inbox;
    private final Outbox outbox;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("replay").daemon().unstarted(this::run);

    private Optional<RecordedRow> next;
    private long startMillis;
    private long startNanos;

    ReplayPlayer(
            ReplayConfig config,
            long tickMillis,
            ReplayTimeline timeline,
            Optional<RecordedRow> first,
            SkippedLines skippedLines,
            Inbox inbox,
            Outbox outbox) {
        this.config = config;
        this.tickMillis = tickMillis;
        this.timeline = timeline;
        this.next = first;
        this.skippedLines = skippedLines;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @Override
    public void start() {
        startNanos = System.nanoTime();
        startMillis = next.map(RecordedRow::timeMillis).orElse(0L);
        thread.start();
    }

    /** Stops between two rows. */
    @Override
    public void stop() {
        stopping.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (timeline) {
            while (next.isPresent()) {
                if (!play(next.get())) {
                    return;
                }
            }
            inbox.tell(new LoopEvent.ReplayEnded(skippedLines.count()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        } catch (SensorException e) {
            inbox.tellSurely(new LoopEvent.ReplayFailed(String.valueOf(e.getMessage())));
        }
    }

    /** Hands one row over at its time, then tells of the end of its window if that comes before the next row. */
    private boolean play(RecordedRow row) throws InterruptedException {
        if (!awaitTime(row.timeMillis())) {
            return false;
        }
        inbox.tell(new LoopEvent.Arrived(row));
        next = nextRow();
        long windowEnd = (Math.floorDiv(row.timeMillis(), tickMillis) + 1) * tickMillis;
        if (next.isPresent() && next.get().timeMillis() > windowEnd) {
            if (!awaitTime(windowEnd)) {
                return false;
            }
            inbox.tell(new LoopEvent.TimePassed(windowEnd));
        }
        return true;
    }

    private Optional<RecordedRow> nextRow() {
        Optional<RecordedRow> row = timeline.next();
        return row.isEmpty() && config.then() == Then.REPEAT && timeline.startOver() ? timeline.next() : row;
    }

    private boolean awaitTime(long millis) throws InterruptedException {
        if (config.speed().isEmpty()) {
            outbox.awaitRoom();
            return stopping.getCount() > 0;
        }
        double dueNanos =
                (millis - startMillis) * NANOS_PER_MILLI / config.speed().getAsDouble();
        long left = startNanos + (long) dueNanos - System.nanoTime();
        return !stopping.await(left, TimeUnit.NANOSECONDS);
    }
}
