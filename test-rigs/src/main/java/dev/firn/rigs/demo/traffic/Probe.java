package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.recordings.Recording;
import java.math.BigDecimal;

/**
 * A sensor of one quantity that measures every second.
 *
 * @param id its id
 * @param station whose recording it follows
 * @param column the column of the station's file
 * @param quantity what it measures
 * @param toStandard what stands in the file's header to come from the reading's unit to that of SMET
 * @param noise how far its readings scatter, one standard deviation in the unit of the reading
 * @param decimals what it resolves
 * @param range what it can say
 */
record Probe(
        String id,
        Recording station,
        String column,
        String quantity,
        Header toStandard,
        double noise,
        int decimals,
        Range range) {

    private static final double TEN = 10;

    /** Header lines of a SMET file whose column is written in Firn's unit. */
    enum Header {
        SAME(""),
        CELSIUS("units_offset = 0 273.15\n"),
        PERCENT("units_multiplier = 1 0.01\n");

        private final String lines;

        Header(String lines) {
            this.lines = lines;
        }

        String lines() {
            return lines;
        }
    }

    /** What a sensor can say. */
    enum Range {
        ANY,
        NOT_NEGATIVE,
        PERCENT,
        CIRCLE;

        private static final int FULL_CIRCLE = 360;

        double place(double value) {
            return switch (this) {
                case ANY -> value;
                case NOT_NEGATIVE -> Math.max(0, value);
                case PERCENT -> Math.clamp(value, 0, 100);
                case CIRCLE -> value - FULL_CIRCLE * Math.floor(value / FULL_CIRCLE);
            };
        }
    }

    /**
     * What it says.
     *
     * @param value what there is to measure
     * @param deviation how far off this reading is, in standard deviations
     */
    BigDecimal reading(double value, double deviation) {
        double placed = range.place(value + noise * deviation);
        long steps = Math.round(placed * Math.pow(TEN, decimals));
        boolean isFullCircle = range == Range.CIRCLE && steps == Range.FULL_CIRCLE;
        return BigDecimal.valueOf(isFullCircle ? 0 : steps, decimals);
    }
}
