package dev.firn.telemetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is measured: a name, the unit that every value of it carries, and what can be true of it at all.
 *
 * @param name lower case words joined by hyphens, such as {@code air-temperature}
 * @param unit a SenML unit (RFC 8428 and RFC 8798), such as {@code Cel}; empty where the source does not say
 * @param kind how values of it are summarised
 * @param min least plausible value, in {@code unit}; below it the reading is wrong
 * @param max greatest plausible value, in {@code unit}
 */
public record Quantity(String name, String unit, Kind kind, double min, double max) {

    /** How values of a quantity are summarised. */
    public enum Kind {
        /** A state at an instant: mean, spread, extremes. */
        LEVEL,
        /** Degrees on a circle, 0 and 360 being the same: circular mean and deviation, no extremes. */
        DIRECTION,
        /** What came since the reading before, such as people or rain: as a level, and summed. */
        AMOUNT
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Map<String, Quantity> KNOWN = new LinkedHashMap<>();

    // Plausible ranges: Zahumensky 2004, "Guidelines on Quality Control Procedures for Data from Automatic
    // Weather Stations" (WMO), where it names the quantity. Humidity: field sensors read up to 103 % at saturation.
    // Snow height: a sensor's zero wanders by a centimetre or two; 5 cm below ground is an error.
    public static final Quantity AIR_TEMPERATURE = known("air-temperature", "Cel", Kind.LEVEL, -80, 60);
    public static final Quantity DEW_POINT_TEMPERATURE = known("dew-point-temperature", "Cel", Kind.LEVEL, -80, 35);
    public static final Quantity GROUND_TEMPERATURE = known("ground-temperature", "Cel", Kind.LEVEL, -80, 80);
    public static final Quantity SNOW_SURFACE_TEMPERATURE =
            known("snow-surface-temperature", "Cel", Kind.LEVEL, -80, 80);
    public static final Quantity RELATIVE_HUMIDITY = known("relative-humidity", "%RH", Kind.LEVEL, 0, 103);
    public static final Quantity AIR_PRESSURE = known("air-pressure", "Pa", Kind.LEVEL, 50_000, 110_000);
    public static final Quantity SNOW_HEIGHT = known("snow-height", "m", Kind.LEVEL, -0.05, 15);
    public static final Quantity SNOW_WATER_EQUIVALENT = known("snow-water-equivalent", "kg/m2", Kind.LEVEL, 0, 10_000);
    public static final Quantity WIND_SPEED = known("wind-speed", "m/s", Kind.LEVEL, 0, 75);
    public static final Quantity WIND_GUST = known("wind-gust", "m/s", Kind.LEVEL, 0, 120);
    public static final Quantity WIND_DIRECTION = known("wind-direction", "deg", Kind.DIRECTION, 0, 360);
    public static final Quantity INCOMING_SHORTWAVE = known("incoming-shortwave", "W/m2", Kind.LEVEL, -20, 1600);
    public static final Quantity REFLECTED_SHORTWAVE = known("reflected-shortwave", "W/m2", Kind.LEVEL, -20, 1600);
    public static final Quantity INCOMING_LONGWAVE = known("incoming-longwave", "W/m2", Kind.LEVEL, 0, 700);
    public static final Quantity OUTGOING_LONGWAVE = known("outgoing-longwave", "W/m2", Kind.LEVEL, 0, 700);
    public static final Quantity PRECIPITATION = known("precipitation", "mm", Kind.AMOUNT, 0, 1200);
    public static final Quantity PRECIPITATION_INTENSITY =
            known("precipitation-intensity", "mm/h", Kind.LEVEL, 0, 2400);
    public static final Quantity PEOPLE_COUNT = known("people-count", "count", Kind.AMOUNT, 0, 100_000);
    public static final Quantity LATITUDE = known("latitude", "lat", Kind.LEVEL, -90, 90);
    public static final Quantity LONGITUDE = known("longitude", "lon", Kind.LEVEL, -180, 180);
    public static final Quantity ALTITUDE = known("altitude", "m", Kind.LEVEL, -500, 9000);

    // What parts say of themselves or of one point; the ranges are those of the parts on the market.
    public static final Quantity SENSOR_TEMPERATURE = known("sensor-temperature", "Cel", Kind.LEVEL, -55, 150);
    public static final Quantity SURFACE_TEMPERATURE = known("surface-temperature", "Cel", Kind.LEVEL, -80, 400);
    public static final Quantity SNOW_TEMPERATURE = known("snow-temperature", "Cel", Kind.LEVEL, -80, 80);
    public static final Quantity SNOW_MOISTURE = known("snow-moisture", "%", Kind.LEVEL, 0, 100);
    public static final Quantity ILLUMINANCE = known("illuminance", "lx", Kind.LEVEL, 0, 200_000);
    public static final Quantity INFRARED_RATIO = known("infrared-ratio", "/", Kind.LEVEL, 0, 1);
    public static final Quantity DISTANCE = known("distance", "m", Kind.LEVEL, 0, 20);
    public static final Quantity SIGNAL_STRENGTH = known("signal-strength", "/", Kind.LEVEL, 0, 65_535);
    public static final Quantity VOLTAGE = known("voltage", "V", Kind.LEVEL, -60, 60);
    public static final Quantity FREQUENCY = known("frequency", "Hz", Kind.LEVEL, 0, 1_000_000);
    // A state is 1 or 0, so that its mean over a window is the share of time in it.
    public static final Quantity CONTACT = known("contact", "/", Kind.LEVEL, 0, 1);

    public static final Quantity ACCELERATION_X = known("acceleration-x", "m/s2", Kind.LEVEL, -160, 160);
    public static final Quantity ACCELERATION_Y = known("acceleration-y", "m/s2", Kind.LEVEL, -160, 160);
    public static final Quantity ACCELERATION_Z = known("acceleration-z", "m/s2", Kind.LEVEL, -160, 160);
    public static final Quantity ANGULAR_RATE_X = known("angular-rate-x", "rad/s", Kind.LEVEL, -35, 35);
    public static final Quantity ANGULAR_RATE_Y = known("angular-rate-y", "rad/s", Kind.LEVEL, -35, 35);
    public static final Quantity ANGULAR_RATE_Z = known("angular-rate-z", "rad/s", Kind.LEVEL, -35, 35);
    public static final Quantity PITCH = known("pitch", "deg", Kind.LEVEL, -90, 90);
    public static final Quantity ROLL = known("roll", "deg", Kind.LEVEL, -180, 180);
    public static final Quantity SLOPE = known("slope", "deg", Kind.LEVEL, 0, 180);

    public static final Quantity PEOPLE_IN = known("people-in", "count", Kind.AMOUNT, 0, 100_000);
    public static final Quantity PEOPLE_OUT = known("people-out", "count", Kind.AMOUNT, 0, 100_000);
    public static final Quantity PEOPLE_PRESENT = known("people-present", "count", Kind.LEVEL, 0, 1000);
    public static final Quantity PEOPLE_IN_AREA = known("people-in-area", "count", Kind.LEVEL, 0, 100_000);
    public static final Quantity PEOPLE_UNCERTAINTY = known("people-uncertainty", "count", Kind.LEVEL, 0, 100_000);
    public static final Quantity QUEUE_LENGTH = known("queue-length", "count", Kind.LEVEL, 0, 100_000);
    public static final Quantity WAITING_TIME = known("waiting-time", "s", Kind.LEVEL, 0, 86_400);
    public static final Quantity CROWDING = known("crowding", "/", Kind.LEVEL, 0, 100);
    public static final Quantity LIFT_CARRIED = known("lift-carried", "count", Kind.AMOUNT, 0, 100_000);
    // 1 while the lift runs, 0 while it stands.
    public static final Quantity LIFT_RUNNING = known("lift-running", "/", Kind.LEVEL, 0, 1);
    public static final Quantity GATE_BLOCKED = known("gate-blocked", "/", Kind.LEVEL, 0, 1);

    // What is calculated from other quantities.
    public static final Quantity FROST_POINT_TEMPERATURE = known("frost-point-temperature", "Cel", Kind.LEVEL, -80, 35);
    public static final Quantity WET_BULB_TEMPERATURE = known("wet-bulb-temperature", "Cel", Kind.LEVEL, -80, 60);
    public static final Quantity SEA_LEVEL_PRESSURE = known("sea-level-pressure", "Pa", Kind.LEVEL, 85_000, 110_000);
    public static final Quantity NEW_SNOW = known("new-snow", "m", Kind.LEVEL, 0, 5);
    public static final Quantity SNOW_DEPTH = known("snow-depth", "m", Kind.LEVEL, -0.05, 15);
    // Fierz et al. 2009: 1 dry, 2 moist, 3 wet, 4 very wet, 5 soaked; 0 at melting point, wetness unknown.
    public static final Quantity SNOW_WETNESS = known("snow-wetness", "/", Kind.LEVEL, 0, 5);
    // 0 too warm, 1 marginal, 2 good.
    public static final Quantity SNOW_MAKING = known("snow-making", "/", Kind.LEVEL, 0, 2);
    public static final Quantity IRRADIANCE = known("irradiance", "W/m2", Kind.LEVEL, 0, 1700);
    public static final Quantity WIND_EAST = known("wind-east", "m/s", Kind.LEVEL, -75, 75);
    public static final Quantity WIND_NORTH = known("wind-north", "m/s", Kind.LEVEL, -75, 75);
    public static final Quantity MEAN_WIND_SPEED = known("mean-wind-speed", "m/s", Kind.LEVEL, 0, 75);
    public static final Quantity MEAN_WIND_DIRECTION = known("mean-wind-direction", "deg", Kind.DIRECTION, 0, 360);
    public static final Quantity RESULTANT_WIND_SPEED = known("resultant-wind-speed", "m/s", Kind.LEVEL, 0, 75);
    // Resultant speed by mean speed: 1 for a wind that keeps its direction.
    public static final Quantity WIND_STEADINESS = known("wind-steadiness", "/", Kind.LEVEL, 0, 1);

    public static final Quantity GROUND_SPEED = known("ground-speed", "m/s", Kind.LEVEL, 0, 100);
    public static final Quantity COURSE = known("course", "deg", Kind.DIRECTION, 0, 360);
    public static final Quantity SATELLITES = known("satellites", "count", Kind.LEVEL, 0, 200);
    public static final Quantity POSITION_DILUTION = known("position-dilution", "/", Kind.LEVEL, 0, 100);
    public static final Quantity POSITION_ERROR = known("position-error", "m", Kind.LEVEL, 0, 100_000);

    /** Checks the name and that the range is one. */
    public Quantity {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("quantity name \"" + name + "\": want lower case words with hyphens");
        }
        if (!(min < max)) {
            throw new IllegalArgumentException("plausible range of " + name + ": " + min + " is not below " + max);
        }
    }

    /** A quantity that Firn does not know: any finite value is plausible. */
    public static Quantity unknown(String name, String unit) {
        return new Quantity(name, unit, Kind.LEVEL, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Temperature at one of several sensors within the snow cover, under the number that the source gives it. */
    public static Quantity snowTemperature(int number) {
        // A sensor that the snow has not reached yet, or has left, shows what the ground's surface may.
        return new Quantity("snow-temperature-" + number, "Cel", Kind.LEVEL, -80, 80);
    }

    /** Voltage at one of several inputs, 0 and up. */
    public static Quantity voltage(int input) {
        return new Quantity("voltage-" + input, "V", Kind.LEVEL, VOLTAGE.min(), VOLTAGE.max());
    }

    /** The quantity that Firn knows under this name. */
    public static Optional<Quantity> named(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** The names that Firn knows, in the order in which they are listed here. */
    public static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /** Whether any finite value is plausible, because Firn does not know the quantity. */
    public boolean isUnbounded() {
        return min == -Double.MAX_VALUE && max == Double.MAX_VALUE;
    }

    private static Quantity known(String name, String unit, Kind kind, double min, double max) {
        Quantity quantity = new Quantity(name, unit, kind, min, max);
        KNOWN.put(name, quantity);
        return quantity;
    }
}
