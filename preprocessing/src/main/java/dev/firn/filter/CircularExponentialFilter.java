package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Circle;
import dev.firn.telemetry.Sample;

/**
 * {@link FilterSettings.Exponential} of a direction: the weighted mean of unit vectors. Where they cancel each other out
 * there is no mean direction, and the value stays as it is. A value that is not later than the last gets the mean as it
 * stands and does not change it. For one thread.
 */
final class CircularExponentialFilter implements Filter {

    // Opposite directions leave a rest of some 1e-16 by rounding.
    private static final double VANISHING = 1e-9;

    private final Decay decay;
    private double cosine;
    private double sine;

    CircularExponentialFilter(long tauMillis) {
        decay = new Decay(tauMillis);
    }

    @Override
    public boolean apply(Sample sample) {
        if (sample.isUsable()) {
            mix(decay.weightAt(sample.timeMillis()), Math.toRadians(sample.value()));
            if (Math.hypot(cosine, sine) >= VANISHING) {
                sample.replaceValue(Circle.normalised(Math.toDegrees(Math.atan2(sine, cosine))));
            }
        }
        return true;
    }

    private void mix(double weight, double radians) {
        cosine += weight * (Math.cos(radians) - cosine);
        sine += weight * (Math.sin(radians) - sine);
    }

    @Override
    public void save(StateWriter state) {
        decay.save(state);
        state.put(cosine).put(sine);
    }

    @Override
    public void restore(StateReader state) {
        decay.restore(state);
        cosine = Saved.finite(state.getDouble());
        sine = Saved.finite(state.getDouble());
    }
}
