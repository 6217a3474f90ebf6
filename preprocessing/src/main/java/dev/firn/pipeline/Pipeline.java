package dev.firn.pipeline;

import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The way of a reading from its source to a summary: judged, then gathered in the open window of its series. Pure:
 * time comes in with the readings and with {@link #advanceTo}, summaries and the next deadline come out. All its
 * state belongs to one thread.
 *
 * <p>Windows are in event time: the time of the readings decides. The open window of a series is closed by its first
 * reading beyond the window's end, or by {@link #advanceTo} when the window's time is over and nothing more came. A
 * reading of a closed window, or of one before it, comes too late and is only counted.
 */
public final class Pipeline {

    private final PipelineSettings settings;
    // In the order in which series were first seen.
    private final Map<SeriesId, SeriesStage> stages = new LinkedHashMap<>();

    private long readings;
    private long lateReadings;
    private long nextDeadlineMillis = Long.MAX_VALUE;
    private boolean deadlineKnown = true;

    /** A pipeline that has seen no reading yet. */
    public Pipeline(PipelineSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a reading, unless it is late. If it lies beyond the open window of its series, that window's summary
     * goes to {@code closed} first.
     */
    public Acceptance accept(Reading reading, Consumer<Summary> closed) {
        SeriesStage stage = stageOf(reading.series());
        if (stage.isLate(reading.timeMillis())) {
            lateReadings++;
            return Acceptance.LATE;
        }
        readings++;
        long deadlineBefore = stage.deadlineMillis();
        stage.take(reading, closed);
        deadlineKnown &= stage.deadlineMillis() == deadlineBefore;
        return Acceptance.TAKEN;
    }

    /**
     * Closes every window that ends at this time or before: by the end of the window, then in the order in which
     * their series were first seen.
     *
     * @param nowMillis the present in event time, milliseconds since 1970-01-01T00:00Z; going back does no harm
     */
    public void advanceTo(long nowMillis, Consumer<Summary> closed) {
        if (nextDeadlineMillis() <= nowMillis) {
            closeUntil(nowMillis, closed);
        }
    }

    /** Closes every open window although its time may not be over, in the order of {@link #advanceTo}. */
    public void closeAll(Consumer<Summary> closed) {
        closeUntil(Long.MAX_VALUE, closed);
    }

    /** The end of the open window that ends first; {@link Long#MAX_VALUE} while none is open. */
    public long nextDeadlineMillis() {
        if (!deadlineKnown) {
            nextDeadlineMillis = earliestDeadlineMillis();
            deadlineKnown = true;
        }
        return nextDeadlineMillis;
    }

    /** Readings taken so far, those flagged missing among them. */
    public long readings() {
        return readings;
    }

    /** Readings that came too late so far. */
    public long lateReadings() {
        return lateReadings;
    }

    private SeriesStage stageOf(SeriesId series) {
        SeriesStage known = stages.get(series);
        return known != null ? known : addStage(series);
    }

    private SeriesStage addStage(SeriesId series) {
        SeriesStage stage = new SeriesStage(series, settings);
        stages.put(series, stage);
        return stage;
    }

    private void closeUntil(long limitMillis, Consumer<Summary> closed) {
        deadlineKnown = false;
        // The sort is stable, so series that end together keep their order.
        stages.values().stream()
                .filter(stage -> stage.deadlineMillis() <= limitMillis)
                .sorted(Comparator.comparingLong(SeriesStage::deadlineMillis))
                .forEach(stage -> stage.close(closed));
    }

    private long earliestDeadlineMillis() {
        return stages.values().stream()
                .mapToLong(SeriesStage::deadlineMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
