package dev.firn.preprocessor.people;

import dev.firn.telemetry.Reading;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The queue of one lift: those who came less those whom the lift took up, never fewer than nobody. For one thread. */
final class LiftQueue {

    private static final double MILLIS_PER_SECOND = 1000;
    private static final double LONGEST_WAIT_SECONDS = 86_400;

    private final LiftSettings settings;
    private final long staleAfterMillis;
    private final Counters in;
    private final Counters carried;
    private final Counters all;
    private final LiftState state = new LiftState();

    private double people;

    LiftQueue(LiftSettings settings, long staleAfterMillis, BiConsumer<String, Consumer<Reading>> subscribe) {
        this.settings = settings;
        this.staleAfterMillis = staleAfterMillis;
        in = Counters.of(settings.in(), subscribe);
        carried = Counters.of(settings.carried().map(List::of).orElse(List.of()), subscribe);
        all = Counters.both(in, carried);
        settings.running().ifPresent(series -> subscribe.accept(series, state));
    }

    void begin(long nowMillis) {
        all.begin(nowMillis);
    }

    /** Adds up what came in the last so many milliseconds. */
    void close(long intervalMillis) {
        double took = settings.carried().isPresent() ? carried.collect() : mostTaken(intervalMillis);
        people = Math.max(0, people + in.collect() - took);
    }

    /** Nobody is there any more. */
    void reset() {
        people = 0;
        all.forget();
    }

    /** The queue after the last {@link #close}. */
    QueueView view(long endMillis) {
        Trust trust = all.trust(endMillis, staleAfterMillis);
        if (trust.isGood() && !isCertain(endMillis)) {
            trust = Trust.DOUBTED;
        }
        double wait = QueueMath.waitingSeconds(people, settings.capacityPerHour(), settings.loadFactor());
        OptionalDouble seconds =
                state.isRunning() ? OptionalDouble.of(Math.min(LONGEST_WAIT_SECONDS, wait)) : OptionalDouble.empty();
        return new QueueView(settings, people, seconds, trust);
    }

    // A lift that does not count whom it takes up takes as many as it can.
    private double mostTaken(long intervalMillis) {
        double seconds = state.isRunning() ? intervalMillis / MILLIS_PER_SECOND : 0;
        return seconds * QueueMath.servedPerSecond(settings.capacityPerHour(), settings.loadFactor());
    }

    private boolean isCertain(long nowMillis) {
        boolean stateKnown = settings.running().isEmpty() || state.isKnown(nowMillis, staleAfterMillis);
        return stateKnown && settings.carried().isPresent();
    }
}
