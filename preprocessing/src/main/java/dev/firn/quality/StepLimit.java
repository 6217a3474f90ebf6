package dev.firn.quality;

/**
 * How fast a quantity can change.
 *
 * @param change greatest change that is believed within {@code perMillis}, in the quantity's unit; above 0
 * @param perMillis the time that {@code change} takes at least, milliseconds; above 0
 * @param noise what two values may differ by in no time, since sensors are noisy and quantities are grainy; at least 0
 */
public record StepLimit(double change, long perMillis, double noise) {

    /** Checks that the limit is a finite speed above 0. */
    public StepLimit {
        if (!Double.isFinite(change) || change <= 0) {
            throw new IllegalArgumentException("step limit: change " + change + " is not a finite number above 0");
        }
        if (perMillis <= 0) {
            throw new IllegalArgumentException("step limit: time " + perMillis + " ms is not above 0");
        }
        if (!Double.isFinite(noise) || noise < 0) {
            throw new IllegalArgumentException("step limit: noise " + noise + " is not a finite number, 0 or above");
        }
    }

    /** A limit of values without noise: two different ones at the same time are a step of infinite speed. */
    public StepLimit(double change, long perMillis) {
        this(change, perMillis, 0);
    }

    /**
     * Whether a value may lie this far from its predecessor.
     *
     * @param step difference of the two values, in the quantity's unit, 0 or above
     * @param elapsedMillis time between them; its sign does not matter
     */
    public boolean allows(double step, long elapsedMillis) {
        return step <= change * Math.abs((double) elapsedMillis) / perMillis + noise;
    }
}
