package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;

/**
 * The rate of change test of QARTOD: a value that moves away from the one before it faster than its quantity can is
 * suspect. Which value came before, and that there may be none, is {@link Judgement}'s to know.
 *
 * @param change greatest change that is believed within {@code perMillis}, in the quantity's unit; above 0
 * @param perMillis the time that {@code change} takes at least, milliseconds; above 0
 */
public record StepLimit(double change, long perMillis) {

    /** Checks that the limit is a finite speed above 0. */
    public StepLimit {
        if (!Double.isFinite(change) || change <= 0) {
            throw new IllegalArgumentException("step limit: change " + change + " is not a finite number above 0");
        }
        if (perMillis <= 0) {
            throw new IllegalArgumentException("step limit: time " + perMillis + " ms is not above 0");
        }
    }

    /**
     * The flag of a value that lies this far from its predecessor. Two different values at the same time are a step
     * of infinite speed, so they are suspect.
     *
     * @param step difference of the two values, in the quantity's unit; its sign does not matter
     * @param elapsedMillis time between them; its sign does not matter
     */
    public QualityFlag judge(double step, long elapsedMillis) {
        double allowed = change * Math.abs((double) elapsedMillis) / perMillis;
        return Math.abs(step) > allowed ? QualityFlag.SUSPECT : QualityFlag.GOOD;
    }
}
