package dev.firn.pipeline;

import dev.firn.quality.Judgement;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import dev.firn.window.TumblingWindow;
import dev.firn.window.WindowAccumulator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One series on its way through the pipeline: its judgement, and the one window that is open at a time. */
final class SeriesStage {

    private final SeriesId series;
    private final long windowMillis;
    private final UnaryOperator<Reading> judgement;

    private @Nullable WindowAccumulator open;
    // End of the open window; Long.MAX_VALUE while none is.
    private long deadlineMillis = Long.MAX_VALUE;
    // Windows that end here or before are closed for good.
    private long closedUntilMillis = Long.MIN_VALUE;

    SeriesStage(SeriesId series, PipelineSettings settings) {
        this.series = series;
        windowMillis = settings.windowMillis();
        judgement = settings.judging()
                ? new Judgement(series.quantity(), settings.rulesOf(series))::judge
                : UnaryOperator.identity();
    }

    boolean isLate(long timeMillis) {
        return timeMillis < closedUntilMillis;
    }

    long deadlineMillis() {
        return deadlineMillis;
    }

    /** Takes a reading that is not late, after closing the open window if the reading lies beyond it. */
    void take(Reading reading, Consumer<Summary> closed) {
        if (reading.timeMillis() >= deadlineMillis) {
            close(closed);
        }
        windowFor(reading.timeMillis()).add(judgement.apply(reading));
    }

    private WindowAccumulator windowFor(long timeMillis) {
        WindowAccumulator current = open;
        return current != null ? current : open(TumblingWindow.containing(timeMillis, windowMillis));
    }

    // Whatever lies before an open window is closed: a series has one window at a time.
    private WindowAccumulator open(TumblingWindow window) {
        WindowAccumulator opened = new WindowAccumulator(series, window);
        open = opened;
        closedUntilMillis = window.fromMillis();
        deadlineMillis = window.toMillis();
        return opened;
    }

    /** Closes the open window, if there is one, before it is handed on. */
    void close(Consumer<Summary> closed) {
        WindowAccumulator closing = open;
        if (closing != null) {
            closedUntilMillis = closing.window().toMillis();
            deadlineMillis = Long.MAX_VALUE;
            open = null;
            closed.accept(closing.summary());
        }
    }
}
