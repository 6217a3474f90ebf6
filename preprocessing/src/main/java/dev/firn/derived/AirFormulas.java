package dev.firn.derived;

/** Formulas of air and light that remember nothing: inputs by their place in {@link Calculations}. */
final class AirFormulas {

    static final int PSYCHROMETER = 0;

    private static final int AIR = 0;
    private static final int HUMIDITY = 1;
    private static final int PRESSURE = 2;

    private AirFormulas() {}

    static Formula dewPoint() {
        return (inputs, results) ->
                results.give(0, inputs, Humidity.dewPoint(inputs.value(AIR), inputs.value(HUMIDITY)));
    }

    static Formula frostPoint() {
        return (inputs, results) ->
                results.give(0, inputs, Humidity.frostPoint(inputs.value(AIR), inputs.value(HUMIDITY)));
    }

    static Formula wetBulb(Setup setup) {
        boolean measured = setup.isNamed("pressure");
        if (setup.choice("method") != PSYCHROMETER) {
            requireNoPressure(measured);
            return (inputs, results) ->
                    results.give(0, inputs, WetBulb.stull(inputs.value(AIR), inputs.value(HUMIDITY)));
        }
        double standard = SeaLevelPressure.standardAt(setup.number("altitude-m"));
        return (inputs, results) -> results.give(
                0,
                inputs,
                WetBulb.psychrometer(
                        inputs.value(AIR), inputs.value(HUMIDITY), measured ? inputs.value(PRESSURE) : standard));
    }

    private static void requireNoPressure(boolean measured) {
        if (measured) {
            throw new IllegalArgumentException("pressure: method stull does not use it; leave one of the two out");
        }
    }

    static Formula seaLevelPressure(Setup setup) {
        double height = setup.number("altitude-m");
        return (inputs, results) ->
                results.give(0, inputs, SeaLevelPressure.reduced(inputs.value(0), inputs.value(1), height));
    }

    static Formula irradiance(Setup setup) {
        double factor = setup.number("lux-per-watt");
        return (inputs, results) -> results.give(0, inputs, Irradiance.of(inputs.value(0), factor));
    }
}
