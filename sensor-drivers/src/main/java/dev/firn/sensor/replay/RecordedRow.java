package dev.firn.sensor.replay;

import dev.firn.telemetry.Reading;
import java.util.List;

/**
 * What one line of a recording says. Immutable.
 *
 * @param timeMillis when it was measured: milliseconds since 1970-01-01T00:00Z
 * @param readings one for each series of the recording, in its order, all of that time; missing ones are there too
 */
public record RecordedRow(long timeMillis, List<Reading> readings) {

    /** Takes a copy of the list and checks that it is of one time. */
    public RecordedRow {
        readings = List.copyOf(readings);
        for (Reading reading : readings) {
            if (reading.timeMillis() != timeMillis) {
                throw new IllegalArgumentException(
                        "row at " + timeMillis + " with a reading at " + reading.timeMillis());
            }
        }
    }

    /** The same row, measured so much later; earlier if negative. */
    RecordedRow laterBy(long millis) {
        return millis == 0
                ? this
                : new RecordedRow(
                        timeMillis + millis,
                        readings.stream()
                                .map(r -> new Reading(r.series(), r.timeMillis() + millis, r.value(), r.flag()))
                                .toList());
    }
}
