package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Sample;

/**
 * {@link FilterSettings.Exponential} of a level. A value that is not later than the last gets the mean as it stands and
 * does not change it. For one thread.
 */
final class ExponentialFilter implements Filter {

    private final Decay decay;
    private double mean;

    ExponentialFilter(long tauMillis) {
        decay = new Decay(tauMillis);
    }

    @Override
    public boolean apply(Sample sample) {
        if (sample.isUsable()) {
            mean = mixed(decay.weightAt(sample.timeMillis()), sample.value());
            sample.replaceValue(mean);
        }
        return true;
    }

    // Rounding must not carry the mean out of what lies between.
    private double mixed(double weight, double value) {
        if (weight == 1) {
            return value;
        }
        double mixed = (1 - weight) * mean + weight * value;
        return Math.clamp(mixed, Math.min(mean, value), Math.max(mean, value));
    }

    @Override
    public void save(StateWriter state) {
        decay.save(state);
        state.put(mean);
    }

    @Override
    public void restore(StateReader state) {
        decay.restore(state);
        mean = Saved.finite(state.getDouble());
    }
}
