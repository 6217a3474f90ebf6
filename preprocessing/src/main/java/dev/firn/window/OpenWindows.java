package dev.firn.window;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one series and one length that are not closed yet, by their start. A window is opened by the first
 * sample in it, and closed for good by {@link #closeUntil}. For one thread.
 */
public final class OpenWindows {

    private static final int MOST_OPEN = 100_000;

    private final SeriesId series;
    private final WindowLength length;
    // By their start. Nearly always as many as overlap.
    private final List<WindowAccumulator> open = new ArrayList<>();
    // One that is closed: the next window takes its place, so that windows make no garbage.
    private @Nullable WindowAccumulator spare;
    // Windows that end here or before are closed.
    private long closedUntilMillis = Long.MIN_VALUE;

    /** No window is open, none is closed. */
    public OpenWindows(SeriesId series, WindowLength length) {
        this.series = series;
        this.length = length;
    }

    /** How long its windows are. */
    public WindowLength length() {
        return length;
    }

    /** Whether the first window of the time is closed already. */
    public boolean isLate(long timeMillis) {
        return timeMillis < closedUntilMillis
                && length.lastStart(timeMillis) + length.everyMillis() <= closedUntilMillis;
    }

    /** End of the open window that ends first; {@link Long#MAX_VALUE} while none is open. */
    public long firstEndMillis() {
        return open.isEmpty() ? Long.MAX_VALUE : open.getFirst().window().toMillis();
    }

    /** Takes the sample into each window of its time that is not closed. */
    public void add(Sample sample) {
        take(sample, true);
    }

    /** Counts the sample in each window of its time that is not closed, without its value. */
    public void count(Sample sample) {
        take(sample, false);
    }

    private void take(Sample sample, boolean withValue) {
        long start = length.lastStart(sample.timeMillis());
        for (int back = 0; back < length.overlapping(); back++) {
            if (start + length.millis() > closedUntilMillis) {
                take(sample, withValue, startingAt(start));
            }
            start -= length.everyMillis();
        }
    }

    private static void take(Sample sample, boolean withValue, WindowAccumulator window) {
        if (withValue) {
            window.add(sample);
        } else {
            window.count(sample);
        }
    }

    // From the end, where the sample nearly always belongs.
    private WindowAccumulator startingAt(long start) {
        int place = open.size();
        while (place > 0 && open.get(place - 1).window().fromMillis() >= start) {
            place--;
        }
        if (place < open.size() && open.get(place).window().fromMillis() == start) {
            return open.get(place);
        }
        WindowAccumulator opened = opened(length.startingAt(start));
        open.add(place, opened);
        return opened;
    }

    private WindowAccumulator opened(Window window) {
        WindowAccumulator recycled = spare;
        if (recycled == null) {
            return new WindowAccumulator(series, window);
        }
        spare = null;
        recycled.clear(window);
        return recycled;
    }

    /** Closes every window that ends at this time or before, in order. */
    public void closeUntil(long timeMillis, Consumer<Summary> closed) {
        closedUntilMillis = Math.max(closedUntilMillis, timeMillis);
        while (firstEndMillis() <= timeMillis) {
            WindowAccumulator ended = open.removeFirst();
            closed.accept(ended.summary());
            spare = ended;
        }
    }

    /** Closes every open window although its time may not be over; what comes after is in windows beyond them. */
    public void closeAll(Consumer<Summary> closed) {
        if (!open.isEmpty()) {
            closeUntil(open.getLast().window().toMillis(), closed);
        }
    }

    /** Writes the open windows. */
    public void save(StateWriter state) {
        state.put(closedUntilMillis).put((long) open.size());
        for (WindowAccumulator window : open) {
            state.put(window.window().fromMillis()).put(window.window().toMillis());
            window.save(state);
        }
    }

    /**
     * Takes up saved windows; those that are not of this length, since the configuration has changed, are summed up at
     * once.
     */
    public void restore(StateReader state, Consumer<Summary> strangers) {
        closedUntilMillis = state.getLong();
        int size = state.getInt(0, MOST_OPEN);
        open.clear();
        for (int read = 0; read < size; read++) {
            long from = state.getLong();
            Window window = new Window(from, state.getLong(from + 1, Long.MAX_VALUE));
            WindowAccumulator restored = new WindowAccumulator(series, window);
            restored.restore(state);
            if (isOfThisLength(window)) {
                open.add(restored);
            } else {
                strangers.accept(restored.summary());
            }
        }
    }

    private boolean isOfThisLength(Window window) {
        return window.toMillis() - window.fromMillis() == length.millis()
                && Math.floorMod(window.fromMillis(), length.everyMillis()) == 0;
    }
}
