package dev.firn.sensor.replay;

import dev.firn.telemetry.SeriesId;

/** What one column of a certain SMET file is for. */
sealed interface SmetColumn {

    /** When the row was measured, as ISO 8601. */
    record Timestamp() implements SmetColumn {}

    /**
     * When the row was measured, as Julian date.
     *
     * @param conversion from what the file says to days since noon of 1 January 4713 BC
     */
    record Julian(LinearConversion conversion) implements SmetColumn {}

    /**
     * A measured value.
     *
     * @param field its name in the file
     * @param series where its readings go
     * @param conversion from what the file says to the unit of the series
     */
    record Value(String field, SeriesId series, LinearConversion conversion) implements SmetColumn {}
}
