package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.Advice.Severity;
import dev.firn.senml.JsonObject;
import dev.firn.telemetry.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the groomer leans. A reading that is not good says nothing: a sensor that was shaken says so by its flag. For one
 * thread.
 */
final class GroomerTilt {

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final String groomer;
    private final TiltSettings settings;
    private final Map<TiltAxis, TiltWatch> watches = new EnumMap<>(TiltAxis.class);
    private long startedAt = NEVER;
    private long goodAt = NEVER;
    private long ignored;

    GroomerTilt(String groomer, TiltSettings settings) {
        this.groomer = groomer;
        this.settings = settings;
        for (TiltAxis axis : TiltAxis.values()) {
            watches.put(axis, new TiltWatch(axis, settings));
        }
    }

    /** Event time begins: from now on a good reading is expected. */
    void start(long nowMillis) {
        startedAt = nowMillis;
    }

    /** Takes a reading of the tilt sensor, of whatever quantity. */
    void accept(Reading reading) {
        TiltAxis.of(reading.series().quantity()).ifPresent(axis -> accept(axis, reading));
    }

    private void accept(TiltAxis axis, Reading reading) {
        TiltWatch watch = watches.get(axis);
        if (watch != null && reading.flag().isGood()) {
            watch.accept(reading.timeMillis(), reading.value());
            goodAt = Math.max(goodAt, reading.timeMillis());
        } else {
            ignored++;
        }
    }

    /** The slope of the ground under the groomer, degrees; NaN if nobody knows. */
    double slope(long nowMillis) {
        return isKnown(nowMillis) ? degrees(TiltAxis.SLOPE) : Double.NaN;
    }

    /** What the driver has to hear before anything else. */
    Optional<String> sentence(long nowMillis) {
        return isKnown(nowMillis)
                ? warnings(nowMillis).stream()
                        .max(Comparator.comparing(Warning::severity))
                        .map(Warning::text)
                : Optional.empty();
    }

    /** What is to be said of it; that nobody knows is a warning too. */
    List<Warning> warnings(long nowMillis) {
        if (!isKnown(nowMillis) && nowMillis - startedAt > settings.staleMillis()) {
            String text = "Nobody knows how the groomer leans: the tilt sensor gives no good reading.";
            return List.of(new Warning("tilt-unknown", groomer, Severity.WARNING, text));
        }
        List<Warning> warnings = new ArrayList<>();
        watches.values().forEach(watch -> watch.warning(groomer).ifPresent(warnings::add));
        return warnings;
    }

    JsonObject toJson(long nowMillis) {
        JsonObject json = JsonObject.EMPTY.with("known", isKnown(nowMillis));
        for (TiltAxis axis : TiltAxis.values()) {
            double degrees = degrees(axis);
            json = Double.isNaN(degrees) ? json : json.with(axis.word(), Rounded.to(degrees, 1));
        }
        return json.with("ignored", ignored);
    }

    private boolean isKnown(long nowMillis) {
        return nowMillis - goodAt <= settings.staleMillis();
    }

    private double degrees(TiltAxis axis) {
        TiltWatch watch = watches.get(axis);
        return watch == null ? Double.NaN : watch.degrees();
    }
}
