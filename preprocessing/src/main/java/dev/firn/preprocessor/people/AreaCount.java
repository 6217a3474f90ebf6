package dev.firn.preprocessor.people;

import dev.firn.telemetry.Reading;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The people of one area: those counted in less those counted out, never fewer than nobody, and nobody when it is known
 * to be empty. What a day leaves then is its drift. For one thread.
 */
final class AreaCount {

    private final AreaSettings settings;
    private final long staleAfterMillis;
    private final AreaDay day;
    private final Counters in;
    private final Counters out;
    private final Counters all;

    private Calibration calibration;
    private double people;
    private double dayIn;
    private double dayOut;
    // Whether the count began with an area that was empty.
    private boolean fromEmpty;
    private boolean fresh;
    private long nextResetMillis;

    AreaCount(AreaSettings settings, long staleAfterMillis, BiConsumer<String, Consumer<Reading>> subscribe) {
        this.settings = settings;
        this.staleAfterMillis = staleAfterMillis;
        day = new AreaDay(settings.zone(), settings.resetAt(), settings.opensAt());
        in = Counters.of(settings.in(), subscribe);
        out = Counters.of(settings.out(), subscribe);
        all = Counters.both(in, out);
        calibration = settings.calibration();
    }

    /** Begins at this time, milliseconds since 1970-01-01T00:00Z. */
    void begin(long nowMillis) {
        all.begin(nowMillis);
        fromEmpty = day.isClosed(nowMillis);
        nextResetMillis = day.nextResetMillis(nowMillis);
    }

    /** Whether the last {@link #close} found the area empty. */
    boolean isFresh() {
        return fresh;
    }

    /** Adds up what came until this time; the drift of the day, if the area became empty. */
    Optional<Drift> close(long endMillis) {
        double cameIn = in.collect();
        double wentOut = out.collect();
        dayIn += cameIn;
        dayOut += wentOut;
        double change = cameIn * calibration.peoplePerIn() - wentOut * calibration.peoplePerOut();
        people = Math.max(0, people + change);
        fresh = endMillis >= nextResetMillis;
        return fresh ? reset(endMillis) : Optional.empty();
    }

    /** The people in the area after the last {@link #close}. */
    PeopleCount count(long endMillis) {
        Trust trust = all.trust(endMillis, staleAfterMillis);
        if (trust.isGood() && !fromEmpty) {
            trust = Trust.DOUBTED;
        }
        return new PeopleCount(people, settings.error().of(dayIn + dayOut, all.missingShare()), trust);
    }

    // Of a day whose beginning is not known nothing can be learnt.
    private Optional<Drift> reset(long endMillis) {
        Optional<Drift> drift = fromEmpty ? Optional.of(drift()) : Optional.empty();
        people = 0;
        dayIn = 0;
        dayOut = 0;
        fromEmpty = true;
        all.forget();
        nextResetMillis = day.nextResetMillis(endMillis);
        return drift;
    }

    private Drift drift() {
        if (all.missingShare() == 0) {
            calibration = calibration.afterDay(dayIn, dayOut);
        }
        return new Drift(Math.round(dayIn), Math.round(dayOut), people, calibration.ratio());
    }
}
