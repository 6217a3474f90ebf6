package dev.firn.rigs.demo.night;

import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.demo.talk.Talk;
import dev.firn.rigs.gateway.Distribution;

/** Feeds snow management of the distribution with a night of the station and a groomer's drive, in event time. */
public final class NightPart {

    private static final String PROGRAM = "snow-management";

    private NightPart() {}

    /**
     * Runs it.
     *
     * @throws dev.firn.rigs.RigException if it cannot be run
     */
    public static PartReport run(Distribution distribution) {
        return Night.of(Talk.with(distribution, PROGRAM, settings(), NightFeed.make()))
                .report();
    }

    /** Settings like those that the distribution brings along, for the made slope. */
    static String settings() {
        return """
                {
                  "about": "run-7",
                  "every": "10s",
                  "places": [{"id": "plateau", "depth": "station/snow-height", "target": 0.9,
                              "surface-temperature": "station/snow-surface-temperature",
                              "wet-bulb": "station/wet-bulb-temperature"}],
                  "grid": {"latitude": %s, "longitude": %s, "bearing": 90, "cell": %.0f,
                           "rows": %d, "columns": %d, "target": %s},
                  "groomer": {"id": "groomer-1", "position": "gps", "depth": "under/snow-depth", "tilt": "tilt"},
                  "plan": {"uphill-factor": 1.5, "uphill": 0, "moves": 50}
                }
                """.formatted(Earth.LATITUDE, Earth.LONGITUDE, Slope.CELL, Slope.ROWS, Slope.COLUMNS, Slope.TARGET);
    }
}
