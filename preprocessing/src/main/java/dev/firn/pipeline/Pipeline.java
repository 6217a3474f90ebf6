package dev.firn.pipeline;

import dev.firn.derived.Derivations;
import dev.firn.derived.DerivedSettings;
import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The way of a reading from its source to a summary: judged, filtered, gathered in the open windows of its series, and
 * taken into what is calculated from it, which goes the same way. Pure: time comes in with the readings and with
 * {@link #advanceTo}, summaries and the next deadline come out. All its state belongs to one thread.
 *
 * <p>Windows are in event time: the time of the readings decides. A window is closed by the first reading of its series that
 * lies beyond its end by more than the allowed lateness, or by {@link #advanceTo} when that time is over and nothing more
 * came. A reading of a closed window comes too late and is only counted.
 */
public final class Pipeline {

    private static final String STATE = "firn-pipeline-1";
    private static final int MOST_SERIES = 1_000_000;

    private final PipelineSettings settings;
    private Derivations derivations;
    // In the order in which series were first seen.
    private final List<SeriesStage> stages = new ArrayList<>();
    private final Map<SeriesId, SeriesStage> bySeries = new HashMap<>();
    // A look-up by equality compares names and units; sources give the same objects again and again.
    private final IdentityHashMap<SeriesId, SeriesStage> byIdentity = new IdentityHashMap<>();
    private final Map<String, Sample> latest = new HashMap<>();

    private long readings;
    private long lateReadings;
    private long nextDeadlineMillis = Long.MAX_VALUE;
    private boolean deadlineKnown = true;
    // Where summaries go that a calculated reading closes: to whoever the present call is of.
    private Consumer<Summary> closing = _ -> {};

    /** A pipeline that has seen no reading yet. */
    public Pipeline(PipelineSettings settings) {
        this.settings = settings;
        derivations = new Derivations(settings.derived());
    }

    /**
     * Takes a reading, unless it is late. The summaries of windows that its time leaves behind go to {@code closed} first.
     */
    public Acceptance accept(Reading reading, Consumer<Summary> closed) {
        closing = closed;
        SeriesStage stage = stageOf(reading.series());
        if (stage.isLate(reading.timeMillis())) {
            lateReadings++;
            return Acceptance.LATE;
        }
        readings++;
        deadlineKnown = false;
        stage.take(reading, closed);
        return Acceptance.TAKEN;
    }

    private void acceptDerived(Reading reading) {
        SeriesStage stage = stageOf(reading.series());
        if (stage.isLate(reading.timeMillis())) {
            lateReadings++;
        } else {
            stage.take(reading, closing);
        }
    }

    /**
     * Closes every window whose end and lateness are over at this time: by the end of the window, then in the order in which
     * their series were first seen.
     *
     * @param nowMillis the present in event time, milliseconds since 1970-01-01T00:00Z; going back does no harm
     */
    public void advanceTo(long nowMillis, Consumer<Summary> closed) {
        closing = closed;
        long deadline = nextDeadlineMillis();
        while (deadline <= nowMillis) {
            meet(deadline, closed);
            deadlineKnown = false;
            deadline = nextDeadlineMillis();
        }
    }

    // What is held or calculated comes first, as its windows may end now.
    private void meet(long deadline, Consumer<Summary> closed) {
        for (int place = 0; place < stages.size(); place++) {
            stages.get(place).prepare(deadline, closed);
        }
        derivations.advanceTo(deadline, this::acceptDerived);
        for (int place = 0; place < stages.size(); place++) {
            stages.get(place).advanceTo(deadline, closed);
        }
    }

    /** Closes every open window although its time may not be over, in the order of {@link #advanceTo}. */
    public void closeAll(Consumer<Summary> closed) {
        closing = closed;
        deadlineKnown = false;
        for (int place = 0; place < stages.size(); place++) {
            stages.get(place).release();
        }
        long deadline = firstWindowsDeadline();
        while (deadline < Long.MAX_VALUE) {
            for (int place = 0; place < stages.size(); place++) {
                stages.get(place).advanceTo(deadline, closed);
            }
            deadline = firstWindowsDeadline();
        }
    }

    /**
     * A window of which a summary has left before this pipeline was restored: what of it is open again is closed, and what comes
     * for it from now on is late. Windows of the same length that end before it are closed, too, as they were then.
     *
     * @param series {@code sensor/quantity}
     * @param closed takes the summaries, that of the window itself among them if it was open
     */
    public void alreadyClosed(String series, long fromMillis, long toMillis, Consumer<Summary> closed) {
        deadlineKnown = false;
        for (int place = 0; place < stages.size(); place++) {
            if (stages.get(place).series().toString().equals(series)) {
                stages.get(place).alreadyClosed(toMillis - fromMillis, toMillis, closed);
            }
        }
    }

    private long firstWindowsDeadline() {
        return stages.stream()
                .mapToLong(SeriesStage::windowsDeadlineMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** When something is to be done although no reading comes; {@link Long#MAX_VALUE} for never. */
    public long nextDeadlineMillis() {
        if (!deadlineKnown) {
            nextDeadlineMillis = derivations.nextDeadlineMillis();
            for (int place = 0; place < stages.size(); place++) {
                nextDeadlineMillis =
                        Math.min(nextDeadlineMillis, stages.get(place).deadlineMillis());
            }
            deadlineKnown = true;
        }
        return nextDeadlineMillis;
    }

    /** Readings taken so far, those flagged missing among them, those calculated not. */
    public long readings() {
        return readings;
    }

    /** Readings that came too late so far. */
    public long lateReadings() {
        return lateReadings;
    }

    private SeriesStage stageOf(SeriesId series) {
        SeriesStage known = byIdentity.get(series);
        return known != null ? known : remember(series);
    }

    private SeriesStage remember(SeriesId series) {
        SeriesStage stage = bySeries.computeIfAbsent(series, this::newStage);
        if (byIdentity.size() > 2 * bySeries.size()) {
            byIdentity.clear(); // the source makes a new object for each reading
        }
        byIdentity.put(series, stage);
        return stage;
    }

    private SeriesStage newStage(SeriesId series) {
        SeriesStage stage = new SeriesStage(
                series,
                settings,
                this::latestOf,
                latestOf(series.toString()),
                derivations.isInput(series),
                reading -> derivations.accept(reading, this::acceptDerived));
        stages.add(stage);
        return stage;
    }

    private Sample latestOf(String name) {
        return latest.computeIfAbsent(name, _ -> new Sample());
    }

    /** All that it remembers, so that {@link #restore} of another pipeline goes on with it. */
    public byte[] save() {
        StateWriter state = new StateWriter().put(STATE).put((long) stages.size());
        for (SeriesStage stage : stages) {
            write(stage.series(), state);
            StateWriter memory = new StateWriter();
            stage.save(memory);
            state.put(memory.toBytes());
        }
        StateWriter memory = new StateWriter();
        derivations.save(memory);
        return state.put(fingerprint()).put(memory.toBytes()).toBytes();
    }

    /**
     * Goes on with what another pipeline has saved. Where the settings of a series have changed since, its tests and filters
     * begin anew, and windows that are no longer asked for are summed up at once.
     *
     * @throws StateException if that is not what a pipeline saves; then this pipeline has seen nothing
     */
    public void restore(byte[] saved, Consumer<Summary> closed) {
        try {
            restore(new StateReader(saved), closed);
        } catch (IllegalArgumentException | ArithmeticException e) {
            forget();
            throw new StateException(String.valueOf(e.getMessage()));
        } catch (StateException e) {
            forget();
            throw e;
        }
    }

    private void forget() {
        stages.clear();
        bySeries.clear();
        byIdentity.clear();
        latest.clear();
        derivations = new Derivations(settings.derived());
    }

    private void restore(StateReader state, Consumer<Summary> closed) {
        if (!state.getText().equals(STATE)) {
            throw new StateException("not the state of a pipeline of this version");
        }
        deadlineKnown = false;
        int count = state.getInt(0, MOST_SERIES);
        for (int read = 0; read < count; read++) {
            SeriesStage stage = stageOf(readSeries(state));
            stage.restore(new StateReader(state.getBlock()), closed);
        }
        boolean same = state.getText().equals(fingerprint());
        byte[] memory = state.getBlock();
        if (same) {
            derivations.restore(new StateReader(memory));
        }
    }

    private String fingerprint() {
        return settings.derived().stream()
                .map(DerivedSettings::identity)
                .toList()
                .toString();
    }

    private static void write(SeriesId series, StateWriter state) {
        Quantity quantity = series.quantity();
        state.put(series.sensor())
                .put(quantity.name())
                .put(quantity.unit())
                .put(quantity.kind())
                .put(quantity.min())
                .put(quantity.max());
    }

    private static SeriesId readSeries(StateReader state) {
        String sensor = state.getText();
        String name = state.getText();
        String unit = state.getText();
        Kind kind = state.getEnum(Kind.class);
        double min = state.getDouble();
        return new SeriesId(sensor, new Quantity(name, unit, kind, min, state.getDouble()));
    }
}
