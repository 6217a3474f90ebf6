package dev.firn.quality;

import dev.firn.telemetry.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked of a series if the user says nothing: what its quantity cannot do. Greatest steps per minute are those of
 * Zahumensky 2004, "Guidelines on Quality Control Procedures for Data from Automatic Weather Stations" (WMO), with the noise
 * of the sensors on the market beside them, since Firn measures every second where the guidelines have means of a minute.
 * For the same reason a flat line has to last for three hours, where the guidelines have one: the air of a still night does
 * not move by 0.1 K for an hour.
 *
 * <p>None of these makes a value fail; only the plausible range of the quantity does.
 */
public final class DefaultRules {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long STUCK_AFTER = 3 * HOUR;
    private static final double DEW_POINT_TOLERANCE = 0.5;
    private static final double GUST_TOLERANCE = 0.5;
    private static final double DRY_PROBE = 1;

    // What is saturated, calm or melting stays where it is.
    private static final Range SATURATED = new Range(95, 103);
    private static final Range MELTING = new Range(-0.2, 0.2);

    private DefaultRules() {}

    /**
     * The rules of a series of this quantity.
     *
     * @param sensor its sensor, whose other quantities are looked at
     */
    public static SeriesRules of(String sensor, Quantity quantity) {
        return new SeriesRules(Optional.empty(), rules(sensor, quantity), Optional.empty(), OptionalLong.empty());
    }

    private static List<Rule> rules(String sensor, Quantity quantity) {
        List<Rule> rules = new ArrayList<>();
        step(quantity).ifPresent(rules::add);
        flatLine(quantity).ifPresent(rules::add);
        consistency(sensor, quantity).ifPresent(rules::add);
        return rules;
    }

    private static Optional<Rule> step(Quantity quantity) {
        return switch (quantity.name()) {
            case "air-temperature" -> steps(3, 0.5);
            case "dew-point-temperature" -> steps(4, 0.5);
            case "ground-temperature" -> steps(5, 0.5);
            case "relative-humidity" -> steps(10, 3);
            case "air-pressure" -> steps(50, 30);
            case "wind-speed" -> steps(10, 10);
            case "incoming-shortwave", "reflected-shortwave" -> steps(800, 200);
            case "snow-height", "snow-depth" ->
                // Snow rises by 20 cm an hour at most, and settles by half of that (EURAC's filter of its stations).
                Optional.of(new RateOfChange(
                        Optional.of(new StepLimit(0.2, HOUR, 0.05)), Optional.of(new StepLimit(0.1, HOUR, 0.05))));
            default -> Optional.empty();
        };
    }

    private static Optional<Rule> steps(double perMinute, double noise) {
        return Optional.of(RateOfChange.of(new StepLimit(perMinute, MINUTE, noise)));
    }

    private static Optional<Rule> flatLine(Quantity quantity) {
        return switch (quantity.name()) {
            case "air-temperature" -> stuck(0.1, Optional.of(MELTING));
            case "relative-humidity" -> stuck(1, Optional.of(SATURATED));
            case "air-pressure" -> stuck(10, Optional.empty());
            default -> Optional.empty();
        };
    }

    private static Optional<Rule> stuck(double tolerance, Optional<Range> spared) {
        return Optional.of(new FlatLine(tolerance, STUCK_AFTER, OptionalLong.empty(), spared));
    }

    private static Optional<Rule> consistency(String sensor, Quantity quantity) {
        return switch (quantity.name()) {
            case "dew-point-temperature" ->
                Optional.of(new DewPoint(other(sensor, Quantity.AIR_TEMPERATURE), DEW_POINT_TOLERANCE));
            case "wind-gust" -> Optional.of(new Gust(other(sensor, Quantity.WIND_SPEED), GUST_TOLERANCE));
            case "wind-speed" ->
                Optional.of(new Icing(
                        other(sensor, Quantity.AIR_TEMPERATURE),
                        other(sensor, Quantity.RELATIVE_HUMIDITY),
                        STUCK_AFTER));
            case "snow-height" ->
                Optional.of(new Grass(
                        other(sensor, Quantity.SNOW_SURFACE_TEMPERATURE), other(sensor, Quantity.GROUND_TEMPERATURE)));
            case "snow-moisture" -> Optional.of(new Moisture(other(sensor, Quantity.SNOW_TEMPERATURE), DRY_PROBE));
            default -> Optional.empty();
        };
    }

    private static String other(String sensor, Quantity quantity) {
        return sensor + "/" + quantity.name();
    }
}
