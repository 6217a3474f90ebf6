package dev.firn.filter;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.Arrays;

/** Sends values through a filter as the tests write them: "HELD" for one held back, "!" for one that became suspect. */
final class Filtering {

    static final long STEP_MILLIS = 1000;

    private Filtering() {}

    /** Values at 0, 1, 2 … s. */
    static String through(Filter filter, double... values) {
        String[] results = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            results[i] = at(filter, i * STEP_MILLIS, values[i]);
        }
        return String.join(" ", results);
    }

    static String at(Filter filter, long timeMillis, double value) {
        Sample sample = new Sample().set(timeMillis, value, QualityFlag.GOOD, Reason.NONE);
        if (!filter.apply(sample)) {
            return "HELD";
        }
        String rounded = Double.toString(Math.rint(sample.value() * 1000) / 1000);
        return sample.reason() == Reason.REPLACED ? rounded + "!" : rounded;
    }

    /** "1 2 3" as numbers. */
    static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
