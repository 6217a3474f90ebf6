package dev.firn.rigs.faults;

import dev.firn.rigs.faults.LinkFault.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Carries one direction of a {@link Passage}: one thread takes what comes, another gives it on when it is due, so that
 * what is delayed does not hold up what follows.
 */
final class Pump {

    private static final int CHUNK_BYTES = 4096;
    private static final int MOST_CHUNKS = 64;
    private static final int SLICES_PER_SECOND = 20;
    private static final long GLANCE_MILLIS = 100;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Passage passage;
    private final Direction direction;
    private final Socket from;
    private final Socket to;
    private final BlockingQueue<Chunk> onTheWay = new ArrayBlockingQueue<>(MOST_CHUNKS);

    private long taken;

    Pump(Passage passage, Direction direction, Socket from, Socket to) {
        this.passage = passage;
        this.direction = direction;
        this.from = from;
        this.to = to;
    }

    void start() {
        Thread.ofVirtual().name("chaos-takes").start(() -> run(this::take));
        Thread.ofVirtual().name("chaos-gives").start(() -> run(this::give));
    }

    private void run(Task task) {
        try {
            task.run();
        } catch (IOException broken) {
            // One end is gone; the other shall know it in the same way.
            passage.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            passage.reset();
        }
    }

    private void take() throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[CHUNK_BYTES];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            LinkFault fault = passage.fault();
            if (fault.swallows(direction)) {
                passage.lost(direction, fault);
            } else {
                put(Arrays.copyOf(buffer, length), fault);
            }
        }
        put(new byte[0], passage.fault());
    }

    private void put(byte[] bytes, LinkFault fault) throws InterruptedException {
        long delayNanos = fault instanceof LinkFault.Latency(Duration delay) ? delay.toNanos() : 0;
        Chunk chunk = new Chunk(bytes, System.nanoTime() + delayNanos);
        while (!passage.hasEnded() && !onTheWay.offer(chunk, GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            // Full: whoever sends has to wait, as on any link.
        }
    }

    private void give() throws IOException, InterruptedException {
        OutputStream out = to.getOutputStream();
        while (!passage.hasEnded()) {
            Chunk chunk = onTheWay.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            if (chunk != null && passage.waits(Math.max(0, chunk.dueNanos - System.nanoTime()))) {
                if (chunk.bytes.length == 0) {
                    passage.finish();
                } else {
                    give(chunk.bytes, out);
                }
            }
        }
    }

    private void give(byte[] bytes, OutputStream out) throws IOException, InterruptedException {
        for (int done = 0; done < bytes.length && !passage.hasEnded(); ) {
            int length = bytes.length - done;
            switch (passage.fault()) {
                case LinkFault.Slow(int pace) -> {
                    length = Math.clamp(pace / SLICES_PER_SECOND, 1, length);
                    passage.waits(NANOS_PER_SECOND * length / pace);
                }
                case LinkFault.CutAfter(long limit)
                when direction == Direction.REQUESTS -> length = Math.clamp(limit - taken, 0, length);
                default -> {
                    // As it came.
                }
            }
            if (length == 0) {
                passage.reset();
                return;
            }
            out.write(bytes, done, length);
            done += length;
            taken += length;
        }
    }

    /** What one of the threads does. */
    @FunctionalInterface
    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    /** Bytes that came together, and when they are due; none is the end of the stream. */
    private static final class Chunk {
        private final byte[] bytes;
        private final long dueNanos;

        Chunk(byte[] bytes, long dueNanos) {
            this.bytes = bytes;
            this.dueNanos = dueNanos;
        }
    }
}
