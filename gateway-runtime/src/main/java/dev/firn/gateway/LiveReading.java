package dev.firn.gateway;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;

/**
 * What a sensor said, with no date yet: what time it was is the loop's to decide.
 *
 * @param series whose value it is
 * @param timeNanos when it was measured, by {@link System#nanoTime}
 * @param value in the unit of the series' quantity; NaN exactly when the flag is {@link QualityFlag#MISSING}
 * @param flag how far it can be trusted
 */
record LiveReading(SeriesId series, long timeNanos, double value, QualityFlag flag) {

    Reading dated(long wallMillis) {
        return new Reading(series, wallMillis, value, flag);
    }
}
