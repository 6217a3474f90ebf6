package dev.firn.sensor.veml7700;

import java.util.List;

/**
 * The ranges that a sensor may use, from the least sensitive to the most.
 *
 * @param ranges at least one; each at most 64 times as sensitive as the one before, so that what is too bright for one
 *     is not too dark for its neighbour
 */
record Veml7700Ladder(List<Veml7700Range> ranges) {

    /** The application note's limits for good values. */
    private static final int DARK = 100;

    private static final int BRIGHT = 10_000;

    /** From the sun to the night. */
    static final Veml7700Ladder AUTOMATIC = new Veml7700Ladder(List.of(
            new Veml7700Range(Gain.EIGHTH, IntegrationTime.MS_25),
            new Veml7700Range(Gain.EIGHTH, IntegrationTime.MS_100),
            new Veml7700Range(Gain.ONE, IntegrationTime.MS_100),
            new Veml7700Range(Gain.TWO, IntegrationTime.MS_200),
            new Veml7700Range(Gain.TWO, IntegrationTime.MS_800)));

    Veml7700Ladder {
        ranges = List.copyOf(ranges);
    }

    /** One range, whatever comes. */
    static Veml7700Ladder fixed(Veml7700Range range) {
        return new Veml7700Ladder(List.of(range));
    }

    /** Where to begin: the second one, or the only one. */
    int first() {
        return Math.min(1, ranges.size() - 1);
    }

    /** Where to measure again after these counts; the same where they are good, or there is nothing better. */
    int next(int position, int raw) {
        if (raw == Veml7700Range.SATURATED) {
            return 0;
        }
        if (raw > BRIGHT) {
            return Math.max(0, position - 1);
        }
        return raw < DARK ? Math.min(ranges.size() - 1, position + 1) : position;
    }
}
