package dev.firn.power;

/**
 * A temperature at which the node has to spend less.
 *
 * @param celsius temperature of the processor from which on the level applies, °C
 * @param level what applies, below {@link PowerLevel#FULL}
 */
public record TripPoint(double celsius, PowerLevel level) {

    /** Checks that the temperature is a number, and that the level takes something away. */
    public TripPoint {
        if (!Double.isFinite(celsius)) {
            throw new IllegalArgumentException("trip point of " + level + ": " + celsius + " °C is not a temperature");
        }
        if (level == PowerLevel.FULL) {
            throw new IllegalArgumentException(
                    "trip point at " + celsius + " °C: FULL takes nothing away, so it has none");
        }
    }
}
