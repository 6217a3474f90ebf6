package dev.firn.sensor.ads1115;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the inputs of a converter are connected to, and what their voltages mean.
 *
 * @param uses of the inputs in use, by their numbers 0 to 3
 * @param supply volts at the vane's pull-up
 * @param vaneSamples how many conversions a direction is the mean of
 * @param moisture of the probe, if there is one
 */
record Ads1115Inputs(SortedMap<Integer, InputUse> uses, double supply, int vaneSamples, MoistureScale moisture) {

    /** An input whose offset is below ground by no more than this is at ground, in volts. */
    private static final double OFFSET = 0.01;

    Ads1115Inputs {
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
    }

    /** In the order of the inputs. */
    List<Quantity> quantities() {
        return uses.entrySet().stream()
                .map(input -> quantity(input.getKey(), input.getValue()))
                .toList();
    }

    /** The inputs to convert, one after the other; the vane's several times. */
    List<Integer> conversions() {
        List<Integer> inputs = new ArrayList<>();
        uses.forEach((input, use) -> inputs.addAll(Collections.nCopies(samples(use), input)));
        return inputs;
    }

    /**
     * What was found.
     *
     * @param voltages in the order of {@link #conversions}
     */
    List<Measured> measured(List<InputVoltage> voltages) {
        List<Measured> values = new ArrayList<>();
        int at = 0;
        for (Map.Entry<Integer, InputUse> input : uses.entrySet()) {
            int samples = samples(input.getValue());
            values.add(measured(input.getKey(), input.getValue(), voltages.subList(at, at + samples)));
            at += samples;
        }
        return values;
    }

    private Measured measured(int input, InputUse use, List<InputVoltage> voltages) {
        return switch (use) {
            case VOLTAGE -> voltage(Quantity.voltage(input), voltages.getFirst());
            case SNOW_MOISTURE -> moisture.measured(voltages.getFirst());
            case WIND_VANE ->
                WindVane.measured(voltages.stream()
                                .mapToDouble(InputVoltage::volts)
                                .average()
                                .orElseThrow()
                        / supply);
        };
    }

    private static Measured voltage(Quantity quantity, InputVoltage voltage) {
        double volts = voltage.volts();
        if (voltage.clipped()) {
            return Measured.suspect(quantity, volts, "saturated: it is at least that much; raise range-v");
        }
        return volts < -OFFSET
                ? Measured.failed(quantity, volts, "below ground: the input must not be")
                : Measured.of(quantity, Math.max(0, volts));
    }

    private static Quantity quantity(int input, InputUse use) {
        return switch (use) {
            case VOLTAGE -> Quantity.voltage(input);
            case WIND_VANE -> Quantity.WIND_DIRECTION;
            case SNOW_MOISTURE -> Quantity.SNOW_MOISTURE;
        };
    }

    private int samples(InputUse use) {
        return use == InputUse.WIND_VANE ? vaneSamples : 1;
    }
}
