package dev.firn.pipeline;

import dev.firn.quality.SpikeLimits;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;

/** Holds one sample back until the one after it is there, so that it can be tested for a spike. For one thread. */
final class SpikeHold implements Stateful {

    private final SpikeLimits limits;
    private final Sample held = new Sample();
    private boolean holding;
    private double before = Double.NaN;

    SpikeHold(SpikeLimits limits) {
        this.limits = limits;
    }

    boolean isHolding() {
        return holding;
    }

    /** Time of the sample that is held; there has to be one. */
    long timeMillis() {
        return held.timeMillis();
    }

    /** Gives out the sample that is held, judged with this value after it; NaN if there is none. */
    Sample release(double after) {
        double value = held.value();
        limits.judge(before, held, after);
        before = value;
        holding = false;
        return held;
    }

    /** Holds a copy of the sample. */
    void hold(Sample sample) {
        held.set(sample);
        holding = true;
    }

    @Override
    public void save(StateWriter state) {
        state.put(holding)
                .put(before)
                .put(held.timeMillis())
                .put(held.value())
                .put(held.flag())
                .put(held.reason());
    }

    @Override
    public void restore(StateReader state) {
        holding = state.getBoolean();
        before = state.getDouble();
        long time = state.getLong();
        double value = state.getDouble();
        held.set(time, value, state.getEnum(QualityFlag.class), state.getEnum(Reason.class));
    }
}
