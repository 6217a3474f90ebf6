package dev.firn.preprocessor.people;

import dev.firn.telemetry.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Counters that are added up, such as the entries of an area, and how far their sum can be trusted. For one thread. */
final class Counters {

    /** Share of readings without a value, or doubted, that is no matter yet. */
    private static final double HARMLESS_SHARE = 0.05;

    private final List<Tally> tallies = new ArrayList<>();

    private Counters() {}

    /** Counters of these series, each of them subscribed. */
    static Counters of(List<String> series, BiConsumer<String, Consumer<Reading>> subscribe) {
        Counters counters = new Counters();
        for (String name : series) {
            Tally tally = new Tally();
            subscribe.accept(name, tally);
            counters.tallies.add(tally);
        }
        return counters;
    }

    /** The counters of both. */
    static Counters both(Counters first, Counters second) {
        Counters both = new Counters();
        both.tallies.addAll(first.tallies);
        both.tallies.addAll(second.tallies);
        return both;
    }

    void begin(long nowMillis) {
        tallies.forEach(tally -> tally.begin(nowMillis));
    }

    /** People since they were last asked. */
    double collect() {
        return tallies.stream().mapToDouble(Tally::collect).sum();
    }

    /** Begins a new day. */
    void forget() {
        tallies.forEach(Tally::forget);
    }

    /** Share of this day's readings that had no value that counts, 0 to 1. */
    double missingShare() {
        return share(tallies.stream().mapToLong(Tally::unusable).sum());
    }

    /** How far what they have counted this day can be trusted. */
    Trust trust(long nowMillis, long staleAfterMillis) {
        if (tallies.stream().noneMatch(Tally::everHeard)) {
            return Trust.NONE;
        }
        if (tallies.stream().anyMatch(tally -> tally.heardMillis() < nowMillis - staleAfterMillis)) {
            return Trust.STALE;
        }
        long poor = tallies.stream()
                .mapToLong(tally -> tally.unusable() + tally.doubted())
                .sum();
        return share(poor) > HARMLESS_SHARE ? Trust.DOUBTED : Trust.GOOD;
    }

    private double share(long part) {
        long came = tallies.stream().mapToLong(Tally::came).sum();
        return came == 0 ? 0 : (double) part / came;
    }
}
