package dev.firn.derived;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.List;

/**
 * The latest sample of each input of one calculation, in the order of its roles. The first one sets the calculation off;
 * the others must be near it in time. For one thread.
 */
final class Inputs implements Stateful {

    /** What is known about the inputs of the trigger's time. */
    enum Readiness {
        /** All that has to be there is there. */
        READY,
        /** Something is not there yet, but may come. */
        WAITING,
        /** Something that has to be there will not come. */
        LACKING
    }

    private static final int TRIGGER = 0;

    private final List<Role> roles;
    private final boolean[] named;
    private final double maxAgeMillis;
    private final Sample[] latest;
    private final boolean[] heard;

    Inputs(List<Role> roles, boolean[] named, long maxAgeMillis) {
        this.roles = roles;
        this.named = named;
        this.maxAgeMillis = maxAgeMillis;
        latest = new Sample[roles.size()];
        heard = new boolean[roles.size()];
        for (int role = 0; role < latest.length; role++) {
            latest[role] = new Sample();
        }
    }

    /** Whether something newer of this input is known already. */
    boolean isOutdated(int role, long timeMillis) {
        return heard[role] && timeMillis < latest[role].timeMillis();
    }

    void take(int role, Reading reading) {
        heard[role] = true;
        latest[role].set(reading);
    }

    Readiness readiness() {
        Readiness readiness = latest[TRIGGER].isUsable() ? Readiness.READY : Readiness.LACKING;
        for (int role = 1; role < latest.length && readiness != Readiness.LACKING; role++) {
            Readiness one = named[role] ? readinessOf(role) : Readiness.READY;
            readiness = one == Readiness.READY ? readiness : one;
        }
        return readiness;
    }

    private Readiness readinessOf(int role) {
        if (isFresh(role)) {
            return Readiness.READY;
        }
        if (!heard[role] || ageMillis(role) > 0) {
            return Readiness.WAITING;
        }
        return isLenient(role) ? Readiness.READY : Readiness.LACKING;
    }

    /** Whether all that has to be there is there, whatever may come yet. */
    boolean isComplete() {
        boolean complete = latest[TRIGGER].isUsable();
        for (int role = 1; role < latest.length; role++) {
            complete &= !named[role] || isLenient(role) || isFresh(role);
        }
        return complete;
    }

    private boolean isLenient(int role) {
        return roles.get(role).need() == Role.Need.LENIENT;
    }

    // What is newer than the trigger by more than this does not belong to it either.
    private boolean isFresh(int role) {
        return heard[role] && latest[role].isUsable() && Math.abs(ageMillis(role)) <= maxAgeMillis;
    }

    private double ageMillis(int role) {
        return (double) timeMillis() - latest[role].timeMillis();
    }

    /** Of the trigger. */
    long timeMillis() {
        return latest[TRIGGER].timeMillis();
    }

    /** Whether there is a value that can be used. */
    boolean has(int role) {
        return named[role] && isFresh(role);
    }

    /** NaN if there is none that can be used. */
    double value(int role) {
        return has(role) ? latest[role].value() : Double.NaN;
    }

    /** The worst flag of the values that can be used. */
    QualityFlag flag() {
        return latest[worst()].flag();
    }

    /** The reason of the worst flag. */
    Reason reason() {
        return latest[worst()].reason();
    }

    private int worst() {
        int worst = TRIGGER;
        for (int role = 1; role < latest.length; role++) {
            QualityFlag flag = latest[role].flag();
            if (has(role) && flag != latest[worst].flag() && flag.worst(latest[worst].flag()) == flag) {
                worst = role;
            }
        }
        return worst;
    }

    @Override
    public void save(StateWriter state) {
        for (int role = 0; role < latest.length; role++) {
            Sample sample = latest[role];
            state.put(heard[role]).put(sample.timeMillis()).put(sample.value());
            state.put(sample.flag()).put(sample.reason());
        }
    }

    @Override
    public void restore(StateReader state) {
        for (int role = 0; role < latest.length; role++) {
            heard[role] = state.getBoolean();
            latest[role].set(
                    state.getLong(), state.getDouble(), state.getEnum(QualityFlag.class), state.getEnum(Reason.class));
            requireConsistent(latest[role]);
        }
    }

    private static void requireConsistent(Sample sample) {
        boolean missing = sample.flag() == QualityFlag.MISSING;
        if (missing ? !Double.isNaN(sample.value()) : !Double.isFinite(sample.value())) {
            throw new StateException("saved input " + sample);
        }
    }
}
