package dev.firn.sensor;

import dev.firn.bus.Buses;

/**
 * What a sensor can use.
 *
 * @param buses opens what it is connected to
 * @param latest what other sensors said last; from any thread
 * @param time takes what a sensor knows of the time of day
 */
public record SensorContext(Buses buses, LatestValues latest, TimeReports time) {

    /** For where nobody asks what time it is. */
    public SensorContext(Buses buses, LatestValues latest) {
        this(buses, latest, TimeReports.NONE);
    }
}
