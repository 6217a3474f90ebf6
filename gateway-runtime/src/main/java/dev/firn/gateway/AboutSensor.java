package dev.firn.gateway;

import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the node says of one of its sensors.
 *
 * @param id its id
 * @param driver the driver's name
 * @param position where it stands, if its recording says so
 * @param series what it measures
 */
record AboutSensor(String id, String driver, Optional<Position> position, List<SeriesId> series) {

    private static final String DERIVED = "derived";

    /** What the node says of the series that it calculates: a sensor for each id, with the driver {@code derived}. */
    static List<AboutSensor> ofDerived(List<SeriesId> series) {
        Map<String, List<SeriesId>> byId = series.stream()
                .collect(Collectors.groupingBy(SeriesId::sensor, LinkedHashMap::new, Collectors.toList()));
        return byId.entrySet().stream()
                .map(entry -> new AboutSensor(entry.getKey(), DERIVED, Optional.empty(), entry.getValue()))
                .toList();
    }
}
