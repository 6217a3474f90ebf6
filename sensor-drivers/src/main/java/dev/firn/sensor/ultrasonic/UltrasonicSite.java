package dev.firn.sensor.ultrasonic;

import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.LatestValues;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where an ultrasonic part hangs, and in what air: what its distances mean there. Any thread may use it.
 */
public final class UltrasonicSite {

    private static final DriverKey<Double> MOUNT_HEIGHT = DriverKey.optional(
            "mount-height-m",
            SettingType.number(0.1, 20),
            "Height of the sensor above the bare ground in m; with it, snow-height is measured, too.");
    private static final DriverKey<Double> TILT = DriverKey.of(
            "tilt-deg",
            SettingType.number(0, 60),
            0.0,
            "Tilt of the beam from the vertical in degrees, 0 to 60. Default: 0.");
    private static final DriverKey<String> AIR_TEMPERATURE = DriverKey.optional(
            "air-temperature",
            SettingType.SERIES,
            "The series that tells the air's temperature, such as air/air-temperature; without it, none is corrected.");

    /** Those of every ultrasonic part. */
    public static final List<DriverKey<?>> KEYS = List.of(MOUNT_HEIGHT, TILT, AIR_TEMPERATURE);

    private final Optional<String> airTemperature;
    private final LatestValues latest;
    private final double assumedSpeed;
    private final Optional<SnowHeight> snowHeight;

    private UltrasonicSite(
            Optional<String> airTemperature,
            LatestValues latest,
            double assumedSpeed,
            Optional<SnowHeight> snowHeight) {
        this.airTemperature = airTemperature;
        this.latest = latest;
        this.assumedSpeed = assumedSpeed;
        this.snowHeight = snowHeight;
    }

    /**
     * A site as configured.
     *
     * @param assumedSpeed the speed that the part takes sound to have, in m/s
     * @param blindZone below this distance the part cannot measure, in m
     */
    public static UltrasonicSite of(Settings settings, LatestValues latest, double assumedSpeed, double blindZone) {
        return new UltrasonicSite(
                settings.find(AIR_TEMPERATURE),
                latest,
                assumedSpeed,
                settings.find(MOUNT_HEIGHT).map(height -> new SnowHeight(height, settings.get(TILT), blindZone)));
    }

    /** What is measured at a site. */
    public static List<Quantity> quantities(Settings settings) {
        return settings.has(MOUNT_HEIGHT)
                ? List.of(Quantity.DISTANCE, Quantity.SNOW_HEIGHT)
                : List.of(Quantity.DISTANCE);
    }

    /** What a part can measure, for the catalogue. */
    public static List<Output> outputs(String range, String accuracy) {
        return List.of(
                Output.of(Quantity.DISTANCE, range, accuracy),
                Output.of(Quantity.SNOW_HEIGHT, "to the mount height less the blind zone", accuracy));
    }

    /** A mount from which the part can see no snow at all, or not the ground. */
    public static List<SettingConflict> conflicts(Settings settings, double blindZone, double farthest) {
        Optional<Double> height = settings.find(MOUNT_HEIGHT);
        if (height.isPresent() && height.get() <= blindZone) {
            return List.of(new SettingConflict(
                    MOUNT_HEIGHT.name(),
                    "the sensor is blind below " + blindZone + " m",
                    "mount it higher: at least that above the highest snow"));
        }
        if (height.isPresent() && height.get() / Math.cos(Math.toRadians(settings.get(TILT))) > farthest) {
            return List.of(new SettingConflict(
                    MOUNT_HEIGHT.name(),
                    "the bare ground is farther along the beam than the " + farthest + " m that the sensor reaches",
                    "mount it lower or less tilted, or take a part that reaches farther"));
        }
        return List.of();
    }

    /**
     * What a distance means here.
     *
     * @param uncorrected as the part says it, by the speed that it assumes
     * @return one for each of {@link #quantities}
     */
    public List<Measured> measured(Measured uncorrected) {
        Measured distance = uncorrected.flag() == QualityFlag.MISSING ? uncorrected : corrected(uncorrected);
        return snowHeight.map(height -> List.of(distance, height.of(distance))).orElseGet(() -> List.of(distance));
    }

    private Measured corrected(Measured uncorrected) {
        if (airTemperature.isEmpty()) {
            return uncorrected;
        }
        OptionalDouble celsius = latest.of(airTemperature.get());
        if (celsius.isEmpty()) {
            return uncorrected.reason().isEmpty()
                    ? Measured.suspect(
                            Quantity.DISTANCE,
                            uncorrected.value(),
                            "no air temperature: nothing usable from " + airTemperature.get())
                    : uncorrected;
        }
        return new Measured(
                Quantity.DISTANCE,
                SpeedOfSound.corrected(uncorrected.value(), assumedSpeed, celsius.getAsDouble()),
                uncorrected.flag(),
                uncorrected.reason());
    }
}
