package dev.firn.sensor.serial;

import dev.firn.bus.ByteStream;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A part that talks by itself, and the frames that it has sent and nobody has asked for yet. One thread uses it.
 *
 * @param <F> what a frame says
 */
public final class TalkingPart<F> implements AutoCloseable {

    /** More than a few minutes of the most talkative part need not be kept; the oldest go first. */
    private static final int MOST_FRAMES = 4096;

    /** How long a part may be silent, so that one that is read faster than it talks is not taken for dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** So many bytes without a frame are more than the beginning of one that was cut off. */
    private static final int BABBLE = 64;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ByteStream stream;
    private final FrameDecoder<F> decoder;
    private final LongSupplier nanoTime;
    private final Deque<F> frames = new ArrayDeque<>();
    private final byte[] buffer = new byte[512];
    private long heardNanos;
    private int unframed;

    /**
     * A part at a port.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public TalkingPart(ByteStream stream, FrameDecoder<F> decoder, LongSupplier nanoTime) {
        this.stream = stream;
        this.decoder = decoder;
        this.nanoTime = nanoTime;
        heardNanos = nanoTime.getAsLong();
    }

    /**
     * Waits for a first frame.
     *
     * @throws SensorFaultException if there is none for some seconds
     */
    public Step awaitFrame() {
        return awaitFrame(PATIENCE.dividedBy(BETWEEN_LOOKS));
    }

    private Step awaitFrame(long looks) {
        attend();
        if (!frames.isEmpty()) {
            return Step.finished();
        }
        if (looks == 0) {
            throw silent(PATIENCE);
        }
        return Step.after(BETWEEN_LOOKS, () -> awaitFrame(looks - 1));
    }

    /** Fetches what has come. */
    public void attend() {
        int count = stream.read(buffer);
        while (count > 0) {
            for (int i = 0; i < count; i++) {
                decoder.accept(buffer[i]).ifPresentOrElse(this::keep, () -> unframed++);
            }
            count = stream.read(buffer);
        }
    }

    /**
     * The frames that have come since the last call, oldest first; none where that was only a moment ago.
     *
     * @throws SensorFaultException if the part has been silent for longer than a moment
     */
    public List<F> take() {
        attend();
        Duration silence = Duration.ofNanos(nanoTime.getAsLong() - heardNanos);
        if (frames.isEmpty() && silence.compareTo(PATIENCE) > 0) {
            throw silent(silence);
        }
        List<F> taken = List.copyOf(frames);
        frames.clear();
        return taken;
    }

    @Override
    public void close() {
        stream.close();
    }

    private void keep(F frame) {
        heardNanos = nanoTime.getAsLong();
        unframed = 0;
        if (frames.size() == MOST_FRAMES) {
            frames.removeFirst();
        }
        frames.addLast(frame);
    }

    private SensorFaultException silent(Duration silence) {
        return new SensorFaultException("no frame for " + silence.toSeconds() + " s"
                + (unframed >= BABBLE ? ", only bytes that make none: another part, or a disturbed line" : ""));
    }
}
