package dev.firn.derived;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import java.util.List;
import java.util.OptionalDouble;

/** Formulas of snow that remember nothing: inputs by their place in {@link Calculations}. */
final class SnowFormulas {

    private static final List<OptionalDouble> ASSUMED =
            List.of(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(20));

    private static final int DISTANCE = 0;
    private static final int AIR = 1;

    private static final int SURFACE = 0;
    private static final int SNOW = 1;
    private static final int WATER = 2;

    private SnowFormulas() {}

    static Formula snowDepth(Setup setup) {
        OptionalDouble assumed = ASSUMED.get(setup.choice("assumes"));
        requireAirIfAssumed(assumed.isPresent(), setup.isNamed("air-temperature"));
        SnowDepth sensor = new SnowDepth(
                setup.number("mount-height-m"), setup.number("tilt-deg"), setup.number("blind-zone-m"), assumed);
        return (inputs, results) -> giveDepth(sensor, inputs, results);
    }

    private static void requireAirIfAssumed(boolean assumed, boolean measured) {
        if (assumed != measured) {
            throw new IllegalArgumentException(
                    assumed
                            ? "air-temperature: is missing; a distance that assumes one needs the true one"
                            : "air-temperature: is not used, as the distance assumes none; say which, assumes: 0 or 20");
        }
    }

    private static void giveDepth(SnowDepth sensor, Inputs inputs, Results results) {
        double depth = sensor.depth(inputs.value(DISTANCE), inputs.value(AIR));
        if (sensor.isBeyondSight(depth)) {
            results.give(0, inputs.timeMillis(), depth, QualityFlag.FAIL, Reason.BEYOND_MOUNT);
        } else {
            results.give(0, inputs, depth);
        }
    }

    static Formula snowSurface(Setup setup) {
        return setup.isNamed("liquid-water") ? SnowFormulas::giveWetness : SnowFormulas::giveWetnessByTemperatures;
    }

    private static void giveWetness(Inputs inputs, Results results) {
        double water = inputs.value(WATER);
        double wetness = SnowSurface.ofWater(water);
        if (SnowSurface.isContradiction(water, inputs.value(SNOW))
                && inputs.flag().isGood()) {
            results.give(0, inputs.timeMillis(), wetness, QualityFlag.SUSPECT, Reason.WET_BELOW_FREEZING);
        } else {
            results.give(0, inputs, wetness);
        }
    }

    private static void giveWetnessByTemperatures(Inputs inputs, Results results) {
        results.give(0, inputs, SnowSurface.ofTemperatures(inputs.value(SURFACE), inputs.value(SNOW)));
    }

    static Formula snowMaking(Setup setup) {
        SnowMaking guns = new SnowMaking(setup.number("marginal"), setup.number("good"));
        return (inputs, results) -> results.give(0, inputs, guns.window(inputs.value(0)));
    }
}
