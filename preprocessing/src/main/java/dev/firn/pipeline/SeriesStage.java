package dev.firn.pipeline;

import dev.firn.filter.Filter;
import dev.firn.filter.FilterChain;
import dev.firn.pipeline.PipelineSettings.Judging;
import dev.firn.quality.Judgement;
import dev.firn.quality.OtherSeries;
import dev.firn.quality.SeriesRules;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import dev.firn.window.OpenWindows;
import dev.firn.window.WindowLength;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One series on its way through the pipeline: judged, perhaps held for the spike test, filtered, and gathered in its open
 * windows. Its watermark is the time of its latest sample less the allowed lateness, or what {@link #advanceTo} says.
 */
final class SeriesStage {

    private final SeriesId series;
    private final String fingerprint;
    private final long latenessMillis;
    private final long staleAfterMillis;
    private final @Nullable Judgement judgement;
    private final @Nullable SpikeHold spikeHold;
    private final Filter filters;
    // The one that ends first and most often comes first.
    private final List<OpenWindows> windows;
    // What other series' tests see.
    private final Sample latest;
    private final boolean isInput;
    private final Consumer<Reading> inputs;

    private final Sample sample = new Sample();
    private long lastMillis = Long.MIN_VALUE;

    /**
     * A stage that has seen nothing.
     *
     * @param latest where its latest judged sample is to be seen
     * @param isInput whether calculations want its samples
     * @param inputs where they go then
     */
    SeriesStage(
            SeriesId series,
            PipelineSettings settings,
            OtherSeries others,
            Sample latest,
            boolean isInput,
            Consumer<Reading> inputs) {
        this.series = series;
        this.latest = latest;
        this.isInput = isInput;
        this.inputs = inputs;
        SeriesRules rules = settings.rulesOf(series);
        boolean judging = settings.judging() != Judging.OFF;
        latenessMillis = settings.latenessMillis();
        staleAfterMillis = judging ? rules.staleAfterMillis().orElse(0) : 0;
        judgement = judging ? rules.judgement(series.quantity(), others) : null;
        spikeHold = judging ? rules.spike().map(SpikeHold::new).orElse(null) : null;
        filters = FilterChain.of(settings.of(series).filters(), series.quantity());
        windows = settings.windowsOf(series).stream()
                .sorted(Comparator.comparingLong(WindowLength::everyMillis))
                .map(length -> new OpenWindows(series, length))
                .toList();
        fingerprint =
                settings.judging() + " " + rules + " " + settings.of(series).filters();
    }

    SeriesId series() {
        return series;
    }

    /** Whether the first window of the time is closed, so that the sample would be in some windows and not in others. */
    boolean isLate(long timeMillis) {
        return windows.getFirst().isLate(timeMillis);
    }

    /** When something is to be done although no sample comes; {@link Long#MAX_VALUE} for never. */
    long deadlineMillis() {
        return Math.min(Math.min(windowsDeadlineMillis(), heldDeadline()), staleDeadline());
    }

    /** When the open window that ends first is to be closed; {@link Long#MAX_VALUE} while none is open. */
    long windowsDeadlineMillis() {
        long first = Long.MAX_VALUE;
        for (int place = 0; place < windows.size(); place++) {
            first = Math.min(first, windows.get(place).firstEndMillis());
        }
        return first == Long.MAX_VALUE ? first : first + latenessMillis;
    }

    // The window of a sample that is held may not be open yet.
    private long heldDeadline() {
        SpikeHold hold = spikeHold;
        if (hold == null || !hold.isHolding()) {
            return Long.MAX_VALUE;
        }
        WindowLength length = windows.getFirst().length();
        return length.lastStart(hold.timeMillis()) + length.everyMillis() + latenessMillis;
    }

    private long staleDeadline() {
        return staleAfterMillis == 0 || lastMillis == Long.MIN_VALUE ? Long.MAX_VALUE : lastMillis + staleAfterMillis;
    }

    /** Takes a reading that is not late, after closing the windows that its time leaves behind. */
    void take(Reading reading, Consumer<Summary> closed) {
        take(sample.set(reading), closed);
    }

    private void take(Sample taken, Consumer<Summary> closed) {
        long timeMillis = taken.timeMillis();
        lastMillis = Math.max(lastMillis, timeMillis);
        if (judgement != null) {
            judgement.judge(taken);
        }
        latest.set(taken);
        SpikeHold hold = spikeHold;
        if (hold == null) {
            closeUntil(timeMillis - latenessMillis, closed);
            finish(taken);
        } else {
            releaseHeld(hold, taken.value());
            closeUntil(timeMillis - latenessMillis, closed);
            hold.hold(taken);
        }
    }

    private void releaseHeld(SpikeHold hold, double after) {
        if (hold.isHolding()) {
            finish(hold.release(after));
        }
    }

    private void finish(Sample judged) {
        boolean passes = filters.apply(judged);
        for (int place = 0; place < windows.size(); place++) {
            if (passes) {
                windows.get(place).add(judged);
            } else {
                windows.get(place).count(judged);
            }
        }
        if (passes && isInput) {
            inputs.accept(judged.reading(series));
        }
    }

    /** Before windows are closed: reports the series missing if it is stale, and lets go what is held too long. */
    void prepare(long nowMillis, Consumer<Summary> closed) {
        if (staleDeadline() <= nowMillis) {
            take(sample.set(staleDeadline(), Double.NaN, QualityFlag.MISSING, Reason.STALE), closed);
        }
        if (spikeHold != null && heldDeadline() <= nowMillis) {
            releaseHeld(spikeHold, Double.NaN);
        }
    }

    /** Closes the windows whose time and lateness are over. */
    void advanceTo(long nowMillis, Consumer<Summary> closed) {
        if (windowsDeadlineMillis() <= nowMillis) {
            closeUntil(nowMillis - latenessMillis, closed);
        }
    }

    private void closeUntil(long timeMillis, Consumer<Summary> closed) {
        for (int place = 0; place < windows.size(); place++) {
            windows.get(place).closeUntil(timeMillis, closed);
        }
    }

    /** Closes the windows of one length that end at this time or before. */
    void alreadyClosed(long lengthMillis, long toMillis, Consumer<Summary> closed) {
        for (OpenWindows ofOneLength : windows) {
            if (ofOneLength.length().millis() == lengthMillis) {
                ofOneLength.closeUntil(toMillis, closed);
            }
        }
    }

    /** Lets go what is held, without the sample after it. */
    void release() {
        if (spikeHold != null) {
            releaseHeld(spikeHold, Double.NaN);
        }
    }

    void save(StateWriter state) {
        StateWriter memory = new StateWriter();
        saveMemory(memory);
        state.put(fingerprint).put(memory.toBytes()).put((long) windows.size());
        for (OpenWindows ofOneLength : windows) {
            StateWriter open = new StateWriter();
            ofOneLength.save(open);
            state.put(ofOneLength.length().millis())
                    .put(ofOneLength.length().everyMillis())
                    .put(open.toBytes());
        }
    }

    private void saveMemory(StateWriter memory) {
        memory.put(lastMillis)
                .put(latest.timeMillis())
                .put(latest.value())
                .put(latest.flag())
                .put(latest.reason());
        if (judgement != null) {
            judgement.save(memory);
        }
        if (spikeHold != null) {
            spikeHold.save(memory);
        }
        filters.save(memory);
    }

    /**
     * Takes up what another stage of the series has saved. Tests and filters go on if their settings are the same, else
     * they begin anew; windows of lengths that are no longer asked for are summed up at once.
     */
    void restore(StateReader state, Consumer<Summary> closed) {
        boolean same = state.getText().equals(fingerprint);
        byte[] memory = state.getBlock();
        if (same) {
            restoreMemory(new StateReader(memory));
        }
        int count = state.getInt(0, Short.MAX_VALUE);
        for (int read = 0; read < count; read++) {
            long length = state.getLong(WindowLength.MIN_MILLIS, Long.MAX_VALUE);
            long every = state.getLong(WindowLength.MIN_MILLIS, length);
            windowsOf(new WindowLength(length, every)).restore(new StateReader(state.getBlock()), closed);
        }
    }

    private void restoreMemory(StateReader memory) {
        lastMillis = memory.getLong();
        long time = memory.getLong();
        double value = memory.getDouble();
        latest.set(time, value, memory.getEnum(QualityFlag.class), memory.getEnum(Reason.class));
        if (judgement != null) {
            judgement.restore(memory);
        }
        if (spikeHold != null) {
            spikeHold.restore(memory);
        }
        filters.restore(memory);
    }

    // Of a length that is no longer asked for, windows are restored only to be summed up.
    private OpenWindows windowsOf(WindowLength length) {
        return windows.stream()
                .filter(open -> open.length().equals(length))
                .findFirst()
                .orElseGet(() -> new OpenWindows(series, WindowLength.tumbling(Long.MAX_VALUE / 2)));
    }
}
