package dev.firn.preprocessor.snow;

import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who takes which reading. For one thread. */
final class Inputs {

    private final Map<String, List<Consumer<Reading>>> bySensor = new HashMap<>();
    private final Map<String, List<Consumer<Reading>>> bySeries = new HashMap<>();

    /** All that this sensor gives. */
    void sensor(String id, Consumer<Reading> taker) {
        bySensor.computeIfAbsent(id, key -> new ArrayList<>()).add(taker);
    }

    /** One series, {@code sensor/quantity}. */
    void series(String name, Consumer<Reading> taker) {
        bySeries.computeIfAbsent(name, key -> new ArrayList<>()).add(taker);
    }

    /** The takers of a series, those of its sensor first. */
    List<Consumer<Reading>> of(SeriesId series) {
        List<Consumer<Reading>> ofSensor = bySensor.getOrDefault(series.sensor(), List.of());
        List<Consumer<Reading>> ofSeries = bySeries.getOrDefault(series.toString(), List.of());
        if (ofSensor.isEmpty() || ofSeries.isEmpty()) {
            return ofSensor.isEmpty() ? ofSeries : ofSensor;
        }
        List<Consumer<Reading>> both = new ArrayList<>(ofSensor);
        both.addAll(ofSeries);
        return both;
    }
}
