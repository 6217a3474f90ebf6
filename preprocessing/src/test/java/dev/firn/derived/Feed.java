package dev.firn.derived;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.List;

/** Feeds derivations from a test, and writes what comes out as {@code sensor/quantity@seconds value flag reason}. */
final class Feed {

    private final Derivations derivations;
    private final List<Reading> derived = new ArrayList<>();

    Feed(DerivedSettings... settings) {
        derivations = new Derivations(List.of(settings));
    }

    Feed good(String series, double seconds, double value) {
        return reading(new Reading(series(series), millis(seconds), value, QualityFlag.GOOD));
    }

    Feed missing(String series, double seconds) {
        return reading(Reading.missing(series(series), millis(seconds)));
    }

    Feed reading(Reading reading) {
        derivations.accept(reading, derived::add);
        return this;
    }

    Feed advanceTo(double seconds) {
        derivations.advanceTo(millis(seconds), derived::add);
        return this;
    }

    Derivations derivations() {
        return derivations;
    }

    /** What came out since the last time. */
    List<String> out() {
        List<String> out = derived.stream().map(Feed::text).toList();
        derived.clear();
        return out;
    }

    List<Reading> readings() {
        return derived;
    }

    static SeriesId series(String name) {
        int slash = name.indexOf('/');
        String quantity = name.substring(slash + 1);
        return new SeriesId(
                name.substring(0, slash), Quantity.named(quantity).orElseGet(() -> Quantity.unknown(quantity, "")));
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    private static String text(Reading reading) {
        double rounded = Math.rint(reading.value() * 100) / 100 + 0.0;
        String text = reading.series() + "@" + reading.timeMillis() / 1000.0 + " " + rounded + " "
                + reading.flag().code();
        return reading.flag().isGood() ? text : text + " " + reading.reason();
    }
}
