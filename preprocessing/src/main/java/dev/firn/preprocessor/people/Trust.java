package dev.firn.preprocessor.people;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;

/**
 * How far a figure can be trusted by what it was made from.
 *
 * @param flag good, suspect or missing
 * @param reason why it is not good
 */
record Trust(QualityFlag flag, Reason reason) {

    /** Its inputs came, and nobody doubts them. */
    static final Trust GOOD = new Trust(QualityFlag.GOOD, Reason.NONE);
    /** Part of its inputs is not there, or doubted. */
    static final Trust DOUBTED = new Trust(QualityFlag.SUSPECT, Reason.INPUT);
    /** An input has said nothing for long. */
    static final Trust STALE = new Trust(QualityFlag.SUSPECT, Reason.STALE);
    /** None of its inputs was ever there. */
    static final Trust NONE = new Trust(QualityFlag.MISSING, Reason.INPUT);

    boolean isMissing() {
        return flag == QualityFlag.MISSING;
    }

    boolean isGood() {
        return flag == QualityFlag.GOOD;
    }

    /** Whether an input has said nothing for long, or never anything. */
    boolean isSilent() {
        return isMissing() || reason == Reason.STALE;
    }

    /** The figure as a reading. */
    Reading reading(SeriesId series, long timeMillis, double value) {
        return new Reading(series, timeMillis, isMissing() ? Double.NaN : value, flag, reason);
    }
}
