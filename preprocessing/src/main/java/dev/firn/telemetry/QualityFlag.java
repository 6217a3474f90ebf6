package dev.firn.telemetry;

/**
 * How far a reading can be trusted: the five primary flags of QARTOD (IOOS, "Manual for the Use of Real-Time
 * Oceanographic Data Quality Control Flags", version 1.2).
 */
public enum QualityFlag {
    /** Nothing was delivered: no contact, or the source's own code for "no value". */
    MISSING(9),
    /** No test applied to it. */
    NOT_EVALUATED(2),
    /** Every test that applied was passed. */
    GOOD(1),
    /** Unlikely, to be used with care. */
    SUSPECT(3),
    /** Cannot be true; in no statistic and in no decision. */
    FAIL(4);

    private final int code;

    QualityFlag(int code) {
        this.code = code;
    }

    /** The number that QARTOD gives the flag: 1, 2, 3, 4 or 9. */
    public int code() {
        return code;
    }

    /** The flag that an aggregate of the two carries; from weakest to strongest: 9, 2, 1, 3, 4. */
    public QualityFlag worst(QualityFlag other) {
        // The constants are declared in that order.
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether a value with this flag counts in statistics: all but {@link #FAIL} and {@link #MISSING}. */
    public boolean isUsable() {
        return this != FAIL && this != MISSING;
    }

    /** Whether a value with this flag counts as good: {@link #GOOD}, or {@link #NOT_EVALUATED} where nobody judges. */
    public boolean isGood() {
        return this == GOOD || this == NOT_EVALUATED;
    }
}
