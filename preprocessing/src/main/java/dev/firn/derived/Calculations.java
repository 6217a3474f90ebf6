package dev.firn.derived;

import static dev.firn.derived.Role.lenient;
import static dev.firn.derived.Role.optional;
import static dev.firn.derived.Role.required;

import dev.firn.derived.Parameter.Choice;
import dev.firn.derived.Parameter.Figure;
import dev.firn.derived.Parameter.Time;
import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** All that can be derived. Roles stand in the order in which the formulas take them. */
public final class Calculations {

    private static final String CELSIUS = "Cel";
    private static final String HUMIDITY = "%RH";
    private static final String PASCAL = "Pa";
    private static final String METRE = "m";
    private static final String METRES_PER_SECOND = "m/s";
    private static final String ACCELERATION = "m/s2";
    private static final String DEGREES = "deg";

    private static final Role AIR_TEMPERATURE = required("air-temperature", CELSIUS);
    private static final Role RELATIVE_HUMIDITY = required("relative-humidity", HUMIDITY);

    private static final List<Calculation> ALL = List.of(
            calculation(
                    "dew-point",
                    List.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY),
                    List.of(),
                    List.of(Quantity.DEW_POINT_TEMPERATURE),
                    setup -> AirFormulas.dewPoint()),
            calculation(
                    "frost-point",
                    List.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY),
                    List.of(),
                    List.of(Quantity.FROST_POINT_TEMPERATURE),
                    setup -> AirFormulas.frostPoint()),
            calculation(
                    "wet-bulb",
                    List.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY, optional("pressure", PASCAL)),
                    List.of(
                            new Choice("method", List.of("psychrometer", "stull")),
                            number("altitude-m", METRE, 0, -500, 9000)),
                    List.of(Quantity.WET_BULB_TEMPERATURE),
                    AirFormulas::wetBulb),
            calculation(
                    "sea-level-pressure",
                    List.of(required("pressure", PASCAL), AIR_TEMPERATURE),
                    List.of(number("altitude-m", METRE, -500, 9000)),
                    List.of(Quantity.SEA_LEVEL_PRESSURE),
                    AirFormulas::seaLevelPressure),
            calculation(
                    "irradiance",
                    List.of(required("illuminance", "lx")),
                    List.of(number("lux-per-watt", "lx.m2/W", Irradiance.SUNLIGHT, 20, 200)),
                    List.of(Quantity.IRRADIANCE),
                    AirFormulas::irradiance),
            calculation(
                    "snow-depth",
                    List.of(required("distance", METRE), optional("air-temperature", CELSIUS)),
                    List.of(
                            number("mount-height-m", METRE, 0.1, 20),
                            number("tilt-deg", DEGREES, 0, 0, 60),
                            number("blind-zone-m", METRE, 0.5, 0, 5),
                            new Choice("assumes", List.of("none", "0", "20"))),
                    List.of(Quantity.SNOW_DEPTH),
                    SnowFormulas::snowDepth),
            calculation(
                    "new-snow",
                    List.of(required("snow-height", METRE), AIR_TEMPERATURE, optional("wind-gust", METRES_PER_SECOND)),
                    List.of(
                            new Time("step", "30m", "1m", "6h"),
                            number("noise-m", METRE, 0.03, 0.001, 0.5),
                            number("air-below", CELSIUS, 2, -20, 20),
                            number("drift-gust", METRES_PER_SECOND, 10, 1, 100)),
                    List.of(Quantity.NEW_SNOW),
                    NewSnowFormula::new),
            calculation(
                    "snow-surface",
                    List.of(
                            required("surface-temperature", CELSIUS),
                            optional("snow-temperature", CELSIUS),
                            optional("liquid-water", "%")),
                    List.of(),
                    List.of(Quantity.SNOW_WETNESS),
                    SnowFormulas::snowSurface),
            calculation(
                    "snow-making",
                    List.of(required("wet-bulb", CELSIUS)),
                    List.of(
                            number("marginal", CELSIUS, SnowMaking.MARGINAL_CELSIUS, -30, 10),
                            number("good", CELSIUS, SnowMaking.GOOD_CELSIUS, -30, 10)),
                    List.of(Quantity.SNOW_MAKING),
                    SnowFormulas::snowMaking),
            calculation(
                    "wind",
                    List.of(required("speed", METRES_PER_SECOND), lenient("direction", DEGREES)),
                    List.of(new Time("period", "10m", "10s", "1d"), number("calm", METRES_PER_SECOND, 0.5, 0, 5)),
                    List.of(
                            Quantity.MEAN_WIND_SPEED,
                            Quantity.MEAN_WIND_DIRECTION,
                            Quantity.RESULTANT_WIND_SPEED,
                            Quantity.WIND_STEADINESS,
                            Quantity.WIND_EAST,
                            Quantity.WIND_NORTH,
                            Quantity.WIND_GUST),
                    WindFormula::new),
            new Calculation(
                    "tilt",
                    List.of(
                            required("acceleration-x", ACCELERATION),
                            required("acceleration-y", ACCELERATION),
                            required("acceleration-z", ACCELERATION)),
                    List.of(
                            number("shake", "g", 0.1, 0.01, 1),
                            new Time("smoothing", "500ms", "1ms", "1m"),
                            number("mounting-pitch", DEGREES, 0, -90, 90),
                            number("mounting-roll", DEGREES, 0, -180, 180),
                            number("mounting-yaw", DEGREES, 0, -180, 180)),
                    List.of(Quantity.PITCH, Quantity.ROLL, Quantity.SLOPE),
                    true,
                    TiltFormula::new));

    private Calculations() {}

    /** All of them. */
    public static List<Calculation> all() {
        return ALL;
    }

    /** The one of this name. */
    public static Optional<Calculation> named(String name) {
        return ALL.stream()
                .filter(calculation -> calculation.name().equals(name))
                .findFirst();
    }

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(Calculation::name).toList();
    }

    private static Calculation calculation(
            String name,
            List<Role> roles,
            List<Parameter> parameters,
            List<Quantity> outputs,
            Function<Setup, Formula> maker) {
        return new Calculation(name, roles, parameters, outputs, false, maker);
    }

    private static Parameter number(String name, String unit, double usual, double min, double max) {
        return new Figure(name, unit, OptionalDouble.of(usual), min, max);
    }

    private static Parameter number(String name, String unit, double min, double max) {
        return new Figure(name, unit, OptionalDouble.empty(), min, max);
    }
}
