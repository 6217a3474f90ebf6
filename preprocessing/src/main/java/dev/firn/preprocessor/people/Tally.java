package dev.firn.preprocessor.people;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import java.util.function.Consumer;

/**
 * What one counter has counted in one role since it was last asked. A reading that failed, is missing or cannot be
 * true counts nobody, one that is suspect counts. For one thread.
 */
final class Tally implements Consumer<Reading> {

    private double pending;
    private long came;
    private long unusable;
    private long doubted;
    private boolean everHeard;
    private long heardMillis;

    /** From this time on it is expected to say something. */
    void begin(long nowMillis) {
        heardMillis = nowMillis;
    }

    @Override
    public void accept(Reading reading) {
        everHeard = true;
        heardMillis = Math.max(heardMillis, reading.timeMillis());
        came++;
        if (!counts(reading)) {
            unusable++;
        } else {
            pending += reading.value();
            doubted += reading.flag() == QualityFlag.SUSPECT ? 1 : 0;
        }
    }

    // Nobody may have judged it: what cannot be true is no count either.
    private static boolean counts(Reading reading) {
        Quantity quantity = reading.series().quantity();
        return reading.flag().isUsable() && reading.value() >= quantity.min() && reading.value() <= quantity.max();
    }

    /** People since it was last asked. */
    double collect() {
        double collected = pending;
        pending = 0;
        return collected;
    }

    /** Begins a new day. */
    void forget() {
        came = 0;
        unusable = 0;
        doubted = 0;
    }

    /** Readings of this day. */
    long came() {
        return came;
    }

    /** Of these, without a value that counts. */
    long unusable() {
        return unusable;
    }

    /** Of these, counted although suspect. */
    long doubted() {
        return doubted;
    }

    boolean everHeard() {
        return everHeard;
    }

    /** When it last said something, milliseconds since 1970-01-01T00:00Z. */
    long heardMillis() {
        return heardMillis;
    }
}
