package dev.firn.derived;

import dev.firn.derived.Inputs.Readiness;
import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import java.util.function.Consumer;

/** One calculation at work: its inputs, its formula, and whether it waits for inputs of the trigger's time. */
final class Derivation implements Stateful {

    /** How long inputs that belong together may take to come, milliseconds: those of one sensor come in a row. */
    static final long GRACE_MILLIS = 1000;

    private static final int TRIGGER = 0;

    private final DerivedSettings settings;
    private final List<Role> roles;
    private final List<SeriesId> outputs;
    private final Inputs inputs;
    private final Formula formula;
    private boolean waiting;

    Derivation(DerivedSettings settings) {
        this.settings = settings;
        Calculation calculation = settings.kind();
        roles = calculation.roles();
        outputs = settings.outputs();
        inputs = new Inputs(roles, named(settings), calculation.isTogether() ? 0 : settings.maxAgeMillis());
        formula = settings.formula();
    }

    private static boolean[] named(DerivedSettings settings) {
        List<Role> all = settings.kind().roles();
        boolean[] named = new boolean[all.size()];
        for (int role = 0; role < named.length; role++) {
            named[role] = settings.inputs().containsKey(all.get(role).name());
        }
        return named;
    }

    DerivedSettings settings() {
        return settings;
    }

    List<SeriesId> outputs() {
        return outputs;
    }

    /** Takes a reading of this input, unless a newer one is there or its unit does not fit. */
    void take(int role, Reading reading, Consumer<Reading> sink) {
        if (inputs.isOutdated(role, reading.timeMillis())
                || !roles.get(role).accepts(reading.series().quantity().unit())) {
            return;
        }
        if (role == TRIGGER) {
            waitNoLonger(sink);
            waiting = true;
        }
        inputs.take(role, reading);
    }

    /** Calculates if it is set off and need not wait. */
    void run(Consumer<Reading> sink) {
        if (waiting && inputs.readiness() != Readiness.WAITING) {
            waitNoLonger(sink);
        }
    }

    private void waitNoLonger(Consumer<Reading> sink) {
        if (!waiting) {
            return;
        }
        waiting = false;
        Results results = new Results(outputs, sink);
        if (inputs.isComplete()) {
            formula.calculate(inputs, results);
        } else {
            formula.lack(inputs.timeMillis(), results);
        }
    }

    long nextDeadlineMillis() {
        return Math.min(waitsUntilMillis(), formula.nextDeadlineMillis());
    }

    // Of a time beyond all bounds it need not wait.
    private long waitsUntilMillis() {
        return waiting ? Math.max(inputs.timeMillis(), inputs.timeMillis() + GRACE_MILLIS) : Long.MAX_VALUE;
    }

    void advanceTo(long nowMillis, Consumer<Reading> sink) {
        if (nextDeadlineMillis() <= nowMillis) {
            // What still waits belongs into a period before that is closed.
            waitNoLonger(sink);
            formula.advanceTo(nowMillis, new Results(outputs, sink));
        }
    }

    @Override
    public void save(StateWriter state) {
        state.put(settings.identity()).put(waiting);
        inputs.save(state);
        formula.save(state);
    }

    @Override
    public void restore(StateReader state) {
        String saved = state.getText();
        if (!saved.equals(settings.identity())) {
            throw new StateException("saved by \"" + saved + "\", not by \"" + settings.identity() + "\"");
        }
        waiting = state.getBoolean();
        inputs.restore(state);
        formula.restore(state);
    }
}
