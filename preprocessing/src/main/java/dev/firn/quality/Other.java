package dev.firn.quality;

import dev.firn.telemetry.Sample;

/** Another series beside the one that is judged, as far as its latest value is fresh. For one thread. */
final class Other {

    /** Two series of one place are compared if their values are no further apart than this. */
    private static final long MAX_AGE_MILLIS = 3_600_000;

    private final Sample latest;

    Other(String series, OtherSeries others) {
        latest = others.latestOf(series);
    }

    /** Its latest value; NaN if it is not usable or an hour away from this time. */
    double valueAt(long timeMillis) {
        boolean fresh = latest.isUsable() && Math.abs(timeMillis - latest.timeMillis()) <= MAX_AGE_MILLIS;
        return fresh ? latest.value() : Double.NaN;
    }
}
