package dev.firn.sensor.tilt;

import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.SettingType;
import dev.firn.telemetry.Quantity;
import java.util.List;

/** What the drivers of accelerometers have in common for the catalogue. */
public final class TiltKeys {

    /** The measuring range in g: 2, 4, 8 or 16, each way. */
    public static final DriverKey<Integer> ACCELERATION_RANGE = DriverKey.of(
            "acceleration-range",
            SettingType.oneOf(2, 4, 8, 16),
            2,
            "The measuring range each way in g: 2, 4, 8 or 16. Default: 2, which is finest.");

    private TiltKeys() {}

    /**
     * What they measure.
     *
     * @param accuracy of an axis, by the data sheet
     */
    public static List<Output> outputs(String accuracy) {
        return List.of(
                Output.of(Quantity.ACCELERATION_X, "±2 g to ±16 g", accuracy),
                Output.of(Quantity.ACCELERATION_Y, "±2 g to ±16 g", accuracy),
                Output.of(Quantity.ACCELERATION_Z, "±2 g to ±16 g", accuracy),
                Output.of(Quantity.PITCH, "-90 to 90 deg", "1 deg of offset for each 17 mg"),
                Output.of(Quantity.ROLL, "-180 to 180 deg", "1 deg of offset for each 17 mg"),
                Output.of(Quantity.SLOPE, "0 to 180 deg", "1 deg of offset for each 17 mg"));
    }

    /** How far a range is along the row 2, 4, 8, 16 g: 0 to 3, the bits that every part has for it. */
    public static int code(int range) {
        return Integer.numberOfTrailingZeros(range) - 1;
    }
}
