package dev.firn.telemetry;

/**
 * One value of one series on its way through judgement and filters, which change it in place: so that a reading costs no
 * garbage on its way. Whose value it is, is known by who holds it. For one thread.
 *
 * <p>As of a {@link Reading}: the value is NaN exactly when the flag is {@link QualityFlag#MISSING}, and the reason is
 * {@link Reason#NONE} exactly when the flag {@link QualityFlag#isGood is good}.
 */
public final class Sample {

    private long timeMillis;
    private double value = Double.NaN;
    private QualityFlag flag = QualityFlag.MISSING;
    private Reason reason = Reason.NO_VALUE;

    /** Takes over the reading's time, value, flag and reason; returns itself. */
    public Sample set(Reading reading) {
        return set(reading.timeMillis(), reading.value(), reading.flag(), reading.reason());
    }

    /** Takes over another sample's. */
    public Sample set(Sample other) {
        return set(other.timeMillis, other.value, other.flag, other.reason);
    }

    /** Sets all of it, as {@link Reading} has it; nothing is checked. */
    public Sample set(long newTimeMillis, double newValue, QualityFlag newFlag, Reason newReason) {
        timeMillis = newTimeMillis;
        value = newValue;
        flag = newFlag;
        reason = newReason;
        return this;
    }

    /** When it was measured: milliseconds since 1970-01-01T00:00Z. */
    public long timeMillis() {
        return timeMillis;
    }

    /** In the unit of the series' quantity. */
    public double value() {
        return value;
    }

    /** How far it can be trusted so far. */
    public QualityFlag flag() {
        return flag;
    }

    /** Why it is not good. */
    public Reason reason() {
        return reason;
    }

    /** Whether it has a value that counts in statistics. */
    public boolean isUsable() {
        return flag.isUsable();
    }

    /** Another value with the same flag; finite. */
    public void replaceValue(double newValue) {
        value = newValue;
    }

    /** Gives it this flag for this reason unless it has one as bad already: who says it first is the reason. */
    public void worsen(QualityFlag newFlag, Reason newReason) {
        if (newFlag != flag && newFlag.worst(flag) == newFlag) {
            flag = newFlag;
            reason = newReason;
        }
    }

    /** The same as a reading of the series. */
    public Reading reading(SeriesId series) {
        return new Reading(series, timeMillis, value, flag, reason);
    }

    @Override
    public String toString() {
        return value + " at " + timeMillis + " (" + flag.code() + " " + reason + ")";
    }
}
