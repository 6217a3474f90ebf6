package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Circle;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;

/**
 * {@link FilterSettings.RateLimit}. The first value passes as it is; after a pause the value may have moved as far as it
 * could in that time. A sample that is older than the last is limited by the time between them too, and is not
 * remembered. For one thread.
 */
final class RateLimitFilter implements Filter {

    private final double perMilli;
    private final boolean circular;

    private boolean started;
    private double latestValue;
    private long latestMillis;

    /** Limits to this change per millisecond. */
    RateLimitFilter(double perMilli, boolean circular) {
        this.perMilli = perMilli;
        this.circular = circular;
    }

    @Override
    public boolean apply(Sample sample) {
        if (sample.isUsable()) {
            if (started) {
                limit(sample);
            }
            remember(sample);
        }
        return true;
    }

    private void limit(Sample sample) {
        double allowed = perMilli * Math.abs((double) sample.timeMillis() - latestMillis);
        double step = circular ? Circle.turn(latestValue, sample.value()) : sample.value() - latestValue;
        if (Math.abs(step) > allowed) {
            sample.replaceValue(moved(Math.copySign(allowed, step), sample.value()));
            sample.worsen(QualityFlag.SUSPECT, Reason.REPLACED);
        }
    }

    // Rounding must not carry it beyond its aim.
    private double moved(double step, double aim) {
        double moved = latestValue + step;
        if (circular) {
            return Circle.normalised(moved);
        }
        return Math.clamp(moved, Math.min(latestValue, aim), Math.max(latestValue, aim));
    }

    private void remember(Sample sample) {
        if (!started || sample.timeMillis() >= latestMillis) {
            started = true;
            latestValue = sample.value();
            latestMillis = sample.timeMillis();
        }
    }

    @Override
    public void save(StateWriter state) {
        state.put(started).put(latestValue).put(latestMillis);
    }

    @Override
    public void restore(StateReader state) {
        started = state.getBoolean();
        latestValue = Saved.finite(state.getDouble());
        latestMillis = state.getLong();
    }
}
