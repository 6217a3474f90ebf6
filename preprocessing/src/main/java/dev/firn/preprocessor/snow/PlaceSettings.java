package dev.firn.preprocessor.snow;

import java.util.Map;
import java.util.Optional;

/**
 * A place whose snow is watched by sensors that stand there.
 *
 * @param id its name; derived readings are of the sensor of this id
 * @param series which series, {@code sensor/quantity}, say what about it; depth is among them
 * @param target how deep the snow is to be, metres
 * @param tolerance a depth within it is as it should be, metres; default 0.1 m, ours
 * @param staleMillis after how long a reading says nothing any more; default an hour, ours
 */
record PlaceSettings(String id, Map<PlaceInput, String> series, double target, double tolerance, long staleMillis) {

    static final double DEFAULT_TOLERANCE = 0.1;
    static final long DEFAULT_STALE_MILLIS = 3_600_000;

    PlaceSettings {
        series = Map.copyOf(series);
    }

    Optional<String> series(PlaceInput input) {
        return Optional.ofNullable(series.get(input));
    }
}
