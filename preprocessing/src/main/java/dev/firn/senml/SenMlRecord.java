package dev.firn.senml;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;

/** One record of a SenML pack, its base fields resolved (RFC 8428 §4.6). */
public sealed interface SenMlRecord {

    /** The time of a record that names none: now, whenever that is. Measurements have a time of their own. */
    long NOW = 0;

    /** Earliest time that is one: below 2^28 seconds RFC 8428 §4.5.3 reads seconds from now. */
    long EARLIEST_MILLIS = (1L << 28) * 1000;

    /** Latest time that is taken from a line: the year 3000, so that there is room for what is concluded from it. */
    long LATEST_RECEIVED_MILLIS = 32_503_680_000_000L;

    /** Latest time that is written: the end of the year 9999, milliseconds since 1970-01-01T00:00Z. */
    long LATEST_MILLIS = 253_402_300_799_999L;

    /** Whose it is: letters, digits and {@code - : . / _}, a letter or a digit first (RFC 8428 §4.5.1). */
    String name();

    /** When it was: milliseconds since 1970-01-01T00:00Z, or {@link #NOW}. */
    long timeMillis();

    /**
     * A number. Its name is {@code sensor/quantity}.
     *
     * @param name whose it is
     * @param unit a SenML unit; empty where none was sent
     * @param timeMillis from {@link #EARLIEST_MILLIS} to {@link #LATEST_MILLIS}
     * @param value in that unit; NaN exactly when the flag is {@link QualityFlag#MISSING}
     * @param flag how far it can be trusted
     * @param reason why it is not good, as {@link Reading} has it
     */
    record Measurement(String name, String unit, long timeMillis, double value, QualityFlag flag, Reason reason)
            implements SenMlRecord {

        /** Checks the name, the time, and value, flag and reason as {@link Reading} does. */
        public Measurement {
            Names.check(name);
            Names.checkTime(name, timeMillis);
            boolean missing = flag == QualityFlag.MISSING;
            if (missing ? !Double.isNaN(value) : !Double.isFinite(value)) {
                throw new IllegalArgumentException("value of " + name + ": " + value + " with flag " + flag.code());
            }
            if (flag.isGood() != (reason == Reason.NONE)) {
                throw new IllegalArgumentException("flag of " + name + ": " + flag.code() + " with reason " + reason);
            }
        }

        /** The reading as a record. */
        public static Measurement of(Reading reading) {
            return new Measurement(
                    reading.series().toString(),
                    reading.series().quantity().unit(),
                    reading.timeMillis(),
                    reading.value(),
                    reading.flag(),
                    reading.reason());
        }

        /**
         * The record as a reading. A quantity that Firn does not know is taken with the unit that it comes with; of one
         * that it knows the unit may be left out.
         *
         * @throws SenMlException if the name is not {@code sensor/quantity}, or the unit is not the quantity's
         */
        public Reading toReading() {
            return new Reading(Names.series(name, unit), timeMillis, value, flag, reason);
        }
    }

    /**
     * A text, such as a control record's or an advice's.
     *
     * @param name whose it is
     * @param timeMillis as of a measurement, or {@link #NOW}
     * @param text what it says
     */
    record Text(String name, long timeMillis, String text) implements SenMlRecord {

        /** Checks the name and the time. */
        public Text {
            Names.check(name);
            Names.checkTimeOrNow(name, timeMillis);
        }
    }

    /**
     * A truth value.
     *
     * @param name whose it is
     * @param timeMillis as of a measurement, or {@link #NOW}
     * @param value true or false
     */
    record Truth(String name, long timeMillis, boolean value) implements SenMlRecord {

        /** Checks the name and the time. */
        public Truth {
            Names.check(name);
            Names.checkTimeOrNow(name, timeMillis);
        }
    }
}
