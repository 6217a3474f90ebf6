package dev.firn.preprocessor.people;

/**
 * What the two directions of an area's counters are worth against each other: people counted in for each one counted out
 * by the end of the day, when everybody has left. Learnt slowly from night to night and never far from 1: a day with an
 * open side door must not turn it. Counts are lower bounds (two side by side are one), so it is the lower of the two
 * that is raised. Immutable.
 *
 * @param ratio in by out, from {@link #LEAST} to {@link #MOST}
 */
public record Calibration(double ratio) {

    /** Least ratio that is believed. */
    public static final double LEAST = 0.9;
    /** Greatest ratio that is believed. */
    public static final double MOST = 1.1;
    /** Fewest people, in the mean of both directions, from whose day something is learnt. */
    public static final double LEAST_PEOPLE = 50;
    /** Weight of one day: about twenty days to forget. */
    private static final double WEIGHT = 0.05;

    /** Checks the bounds. */
    public Calibration {
        if (!(ratio >= LEAST && ratio <= MOST)) {
            throw new IllegalArgumentException("calibration " + ratio + ": want " + LEAST + " to " + MOST);
        }
    }

    /** With what one more whole day says. */
    public Calibration afterDay(double in, double out) {
        if (in + out < 2 * LEAST_PEOPLE) {
            return this;
        }
        // Beyond the bounds a day counts as one at them; without anybody out it is infinite, so it is at one of them.
        double day = Math.clamp(in / out, LEAST, MOST);
        return new Calibration(ratio + WEIGHT * (day - ratio));
    }

    /** What one person counted in stands for. */
    public double peoplePerIn() {
        return ratio < 1 ? 1 / ratio : 1;
    }

    /** What one person counted out stands for. */
    public double peoplePerOut() {
        return ratio > 1 ? ratio : 1;
    }
}
