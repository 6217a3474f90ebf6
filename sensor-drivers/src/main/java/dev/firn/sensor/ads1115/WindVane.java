package dev.firn.sensor.ads1115;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A wind vane of eight reed contacts, of which one or two are closed and put a resistor to ground, with 10 kΩ from its
 * line to the supply. Source of the resistors: SparkFun, data sheet "Weather Sensor Assembly" (Argent), section "Wind
 * Vane".
 */
final class WindVane {

    private static final double PULL_UP = 10_000;

    /** Ohms from north on, each 22.5° further clockwise. */
    private static final List<Integer> OHMS = List.of(
            33_000, 6_570, 8_200, 891, 1_000, 688, 2_200, 1_410, 3_900, 3_140, 16_000, 14_120, 120_000, 42_120, 64_900,
            21_880);

    private static final double STEP = 22.5;

    private static final List<Position> POSITIONS = IntStream.range(0, OHMS.size())
            .mapToObj(i -> new Position(i * STEP, OHMS.get(i) / (OHMS.get(i) + PULL_UP)))
            .sorted(Comparator.comparingDouble(Position::share))
            .toList();

    private record Position(double direction, double share) {}

    private WindVane() {}

    /**
     * Where the wind comes from, in degrees.
     *
     * @param share of the supply that is on the line, 0 to 1, the mean of several conversions
     * @return none if it is further from each position than half of the way to the position beside it
     */
    static OptionalDouble direction(double share) {
        int nearest = IntStream.range(0, POSITIONS.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(POSITIONS.get(i).share() - share)))
                .orElseThrow();
        Position position = POSITIONS.get(nearest);
        boolean isNear = Math.abs(position.share() - share) <= gap(nearest) / 2;
        return isNear ? OptionalDouble.of(position.direction()) : OptionalDouble.empty();
    }

    /** What the line says; a line that is broken, shorted or wet gives no direction. */
    static Measured measured(double share) {
        OptionalDouble direction = direction(share);
        return direction.isPresent()
                ? Measured.of(Quantity.WIND_DIRECTION, direction.getAsDouble())
                : Measured.missing(Quantity.WIND_DIRECTION, doubt(share));
    }

    private static String doubt(double share) {
        String percent = " (%.1f %% of the supply)".formatted(share * 100);
        if (share > POSITIONS.getLast().share()) {
            return "open line or no vane" + percent;
        }
        return share < POSITIONS.getFirst().share()
                ? "line shorted to ground" + percent
                : "between two directions: a bad contact, or supply-v is wrong" + percent;
    }

    /** How far it is to the nearer one of the positions beside it. */
    private static double gap(int index) {
        double below = index == 0 ? Double.MAX_VALUE : distance(index - 1, index);
        double above = index == POSITIONS.size() - 1 ? Double.MAX_VALUE : distance(index, index + 1);
        return Math.min(below, above);
    }

    private static double distance(int lower, int upper) {
        return POSITIONS.get(upper).share() - POSITIONS.get(lower).share();
    }
}
