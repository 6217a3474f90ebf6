package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;

/**
 * What the samples of a period are worth together: at least three quarters of those that came must be usable for there to
 * be a result, and as many must be good for it to be good (Zahumensky 2004, WMO guidelines on quality control, for means
 * of wind). For one thread.
 */
final class PeriodTrust implements Stateful {

    private static final double ENOUGH = 0.75;

    private long good;
    private long doubted;
    private long lacking;
    private Reason firstDoubt = Reason.NONE;

    void add(QualityFlag flag, Reason reason) {
        if (flag.isGood()) {
            good++;
        } else {
            doubted++;
            firstDoubt = firstDoubt == Reason.NONE ? reason : firstDoubt;
        }
    }

    void lack() {
        lacking++;
    }

    /** Whether a result can be given. */
    boolean isEnough() {
        return good + doubted > 0 && good + doubted >= ENOUGH * count();
    }

    /** The flag of the result. */
    QualityFlag flag() {
        return good >= ENOUGH * count() ? QualityFlag.NOT_EVALUATED : QualityFlag.SUSPECT;
    }

    /** The reason of the flag, that of the first sample in doubt. */
    Reason reason() {
        return flag().isGood() ? Reason.NONE : firstDoubt;
    }

    private long count() {
        return good + doubted + lacking;
    }

    void clear() {
        good = 0;
        doubted = 0;
        lacking = 0;
        firstDoubt = Reason.NONE;
    }

    @Override
    public void save(StateWriter state) {
        state.put(good).put(doubted).put(lacking).put(firstDoubt);
    }

    @Override
    public void restore(StateReader state) {
        good = state.getLong(0, Long.MAX_VALUE);
        doubted = state.getLong(0, Long.MAX_VALUE);
        lacking = state.getLong(0, Long.MAX_VALUE);
        firstDoubt = state.getEnum(Reason.class);
    }
}
