package dev.firn.sensor.amg8833;

import org.jspecify.annotations.Nullable;

/**
 * What the camera sees without people: each pixel's slow mean. Where somebody stands it learns ten times slower, so that
 * a queue is not forgotten at once, and a bench that was put there is in the end. Not thread-safe.
 */
final class Background {

    private static final double QUIET_SHARE = 0.1;

    private final double share;
    private final double warmer;
    private double @Nullable [] means;

    /**
     * A background that is not known yet: the first frame is taken for it.
     *
     * @param frames how many it takes to learn most (63 %) of a change
     * @param warmer by how many kelvins a pixel is somebody
     */
    Background(int frames, double warmer) {
        this.share = 1.0 / frames;
        this.warmer = warmer;
    }

    /** By how many kelvins each pixel is above the background, which then learns from the frame. */
    double[] excess(double[] frame) {
        if (means == null) {
            means = frame.clone();
        }
        double[] excess = new double[frame.length];
        for (int i = 0; i < frame.length; i++) {
            excess[i] = frame[i] - means[i];
            means[i] += excess[i] * (excess[i] >= warmer ? share * QUIET_SHARE : share);
        }
        return excess;
    }
}
