package dev.firn.preprocessor.snow;

import dev.firn.derived.SnowMaking;
import java.util.List;
import java.util.Optional;

/**
 * Settings of snow management.
 *
 * @param about id of the slope, which its advice is about
 * @param everyMillis how often there is advice and derived readings, of event time; a change of a warning does not wait
 * @param places watched by sensors that stand there
 * @param snowMaking wet-bulb temperatures of the guns
 * @param groomer the groomer, if one is fed
 * @param tilt how far it may lean
 * @param slope the grid, if there is one
 */
public record SnowSettings(
        String about,
        long everyMillis,
        List<PlaceSettings> places,
        SnowMaking snowMaking,
        Optional<GroomerSettings> groomer,
        TiltSettings tilt,
        Optional<SlopeSettings> slope) {

    static final long DEFAULT_EVERY_MILLIS = 10_000;

    /** Copies the places. */
    public SnowSettings {
        places = List.copyOf(places);
    }
}
