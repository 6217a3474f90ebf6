package dev.firn.rigs.demo.recorded;

import dev.firn.rigs.recompute.PeopleCsv;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Series;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.Smet;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * The day that is shown: 26 December 2014 at the Weissfluhjoch, and the people who came and went through a door in
 * California on a Wednesday in term, dated as if it had been that day. Stateless; any thread.
 */
public final class WinterDay {

    /** When it begins, in ISO 8601. */
    public static final String START = "2014-12-26T00:00:00+01:00";
    /** When it is over. */
    public static final String END = "2014-12-27T00:00:00+01:00";
    /** When the gates' day began. */
    public static final String GATES_START = "2005-10-05T00:00:00-07:00";
    /** When it was over. */
    public static final String GATES_END = "2005-10-06T00:00:00-07:00";
    /** The gates' time zone. */
    public static final String GATES_ZONE = "America/Los_Angeles";

    private WinterDay() {}

    /** When it begins, milliseconds since 1970-01-01T00:00Z. */
    public static long startMillis() {
        return millis(START);
    }

    /** Any time of a day in ISO 8601 with an offset, in the same milliseconds. */
    public static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    /**
     * What a station's file holds from the start of the day to another time.
     *
     * @param directory where the file is put
     * @param until first time that does not belong to it
     */
    public static Recorded station(Recording station, Path directory, String until) {
        return Smet.read(station.copyTo(directory), Slice.between(START, until));
    }

    /** The people whom a counter told on the gates' day, dated as if it had been this one. */
    public static Series people(Recording counter, Path directory) {
        Slice slice = Slice.between(GATES_START, GATES_END).startingAt(START);
        return PeopleCsv.read(counter.copyTo(directory), ZoneId.of(GATES_ZONE), slice)
                .series()
                .getFirst();
    }
}
