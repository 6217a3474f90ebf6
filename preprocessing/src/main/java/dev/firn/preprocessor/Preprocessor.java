package dev.firn.preprocessor;

import dev.firn.telemetry.Reading;

/**
 * What a program of the site concludes from readings. Pure: time comes in with the readings and with
 * {@link #advanceTo}, conclusions go out; the same input gives the same output to the byte. For one thread.
 *
 * <p>Time is event time. A reading that is later than the program's time moves it on; one that is earlier is counted all
 * the same and does not move it back.
 */
public interface Preprocessor {

    /** Takes a reading of any series, wanted or not. */
    void accept(Reading reading, Output output);

    /**
     * Says how late it is, so that time passes without readings.
     *
     * @param nowMillis milliseconds since 1970-01-01T00:00Z; going back does no harm
     */
    void advanceTo(long nowMillis, Output output);

    /** No more will come: gives out what it still holds. */
    void drain(Output output);

    /** Where conclusions go, in their order. */
    interface Output {

        /** Takes a derived reading. */
        void derived(Reading reading);

        /** Takes advice. */
        void advice(Advice advice);
    }
}
