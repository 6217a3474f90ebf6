package dev.firn.preprocessor.snow;

import dev.firn.derived.SnowMaking;
import dev.firn.preprocessor.Advice.Severity;
import dev.firn.senml.JsonObject;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What is known of a place. Only good readings count, and only while they are fresh. For one thread. */
final class Place {

    private static final PlaceInput[] SURFACE = {
        PlaceInput.SURFACE_TEMPERATURE, PlaceInput.SNOW_TEMPERATURE, PlaceInput.LIQUID_WATER
    };
    private static final int CENTIMETRES = 2;
    private static final double PERCENT = 100;
    private static final double MILLIS_PER_SECOND = 1000;

    private final PlaceSettings settings;
    private final SnowMaking snowMaking;
    private final Map<PlaceInput, Reading> latest = new EnumMap<>(PlaceInput.class);
    private final Map<Quantity, Reading> given = new HashMap<>();

    Place(PlaceSettings settings, SnowMaking snowMaking) {
        this.settings = settings;
        this.snowMaking = snowMaking;
    }

    /** Takes a reading that is good, and not older than the one before. */
    void accept(PlaceInput input, Reading reading) {
        Reading before = latest.get(input);
        if (reading.flag().isGood() && (before == null || before.timeMillis() <= reading.timeMillis())) {
            latest.put(input, reading);
        }
    }

    DepthVerdict verdict(long nowMillis) {
        double depth = value(PlaceInput.DEPTH, nowMillis).orElse(Double.NaN);
        return DepthVerdict.of(depth, settings.target(), settings.tolerance());
    }

    SurfaceClass surface(long nowMillis) {
        return SurfaceClass.of(
                value(PlaceInput.SURFACE_TEMPERATURE, nowMillis),
                value(PlaceInput.SNOW_TEMPERATURE, nowMillis),
                value(PlaceInput.LIQUID_WATER, nowMillis));
    }

    Optional<SnowMakingWindow> snowMaking(long nowMillis) {
        OptionalDouble wetBulb = value(PlaceInput.WET_BULB, nowMillis);
        return wetBulb.isEmpty()
                ? Optional.empty()
                : Optional.of(SnowMakingWindow.at(wetBulb.getAsDouble(), snowMaking));
    }

    /** Derived readings that are new since the last time. */
    List<Reading> derived(long nowMillis) {
        List<Reading> derived = new ArrayList<>();
        value(PlaceInput.DEPTH, nowMillis)
                .ifPresent(depth -> add(derived, Quantity.SNOW_DEPTH, depth, newest(PlaceInput.DEPTH)));
        value(PlaceInput.NEW_SNOW, nowMillis)
                .ifPresent(depth -> add(derived, Quantity.NEW_SNOW, depth, newest(PlaceInput.NEW_SNOW)));
        surface(nowMillis).code().ifPresent(code -> add(derived, Quantity.SNOW_WETNESS, code, newest(SURFACE)));
        snowMaking(nowMillis)
                .ifPresent(window -> add(derived, Quantity.SNOW_MAKING, window.code(), newest(PlaceInput.WET_BULB)));
        return derived;
    }

    /** What is to be said of it. */
    Optional<Warning> warning(long nowMillis) {
        if (!settings.series().containsKey(PlaceInput.DEPTH)) {
            return Optional.empty();
        }
        DepthVerdict verdict = verdict(nowMillis);
        return switch (verdict) {
            case OK -> Optional.empty();
            case NO_DATA ->
                Optional.of(warning(verdict, "Nobody knows how deep the snow is at " + settings.id() + "."));
            case THIN, DEEP -> Optional.of(warning(verdict, sentence(verdict, nowMillis)));
        };
    }

    JsonObject toJson(long nowMillis) {
        JsonObject json = JsonObject.EMPTY
                .with("id", settings.id())
                .with("verdict", verdict(nowMillis).word())
                .with("target", settings.target());
        OptionalDouble depth = value(PlaceInput.DEPTH, nowMillis);
        if (depth.isPresent()) {
            json = json.with("depth", Rounded.to(depth.getAsDouble(), CENTIMETRES))
                    .with("age", (nowMillis - newest(PlaceInput.DEPTH)) / MILLIS_PER_SECOND);
        }
        SurfaceClass surface = surface(nowMillis);
        json = json.with("surface", surface.word()).with("surface-text", surface.text());
        OptionalDouble newSnow = value(PlaceInput.NEW_SNOW, nowMillis);
        if (newSnow.isPresent()) {
            json = json.with("new-snow", Rounded.to(newSnow.getAsDouble(), CENTIMETRES));
        }
        Optional<SnowMakingWindow> window = snowMaking(nowMillis);
        return window.isPresent() ? json.with("snow-making", window.get().word()) : json;
    }

    private Warning warning(DepthVerdict verdict, String text) {
        return new Warning("depth-" + verdict.word(), settings.id(), Severity.WARNING, text);
    }

    private String sentence(DepthVerdict verdict, long nowMillis) {
        double depth = value(PlaceInput.DEPTH, nowMillis).orElseThrow();
        return "The snow is " + (verdict == DepthVerdict.THIN ? "too thin" : "deeper than needed") + " at "
                + settings.id() + ": " + Rounded.text(depth * PERCENT, 0) + " cm, the target is "
                + Rounded.text(settings.target() * PERCENT, 0) + " cm.";
    }

    private OptionalDouble value(PlaceInput input, long nowMillis) {
        return last(input)
                .filter(reading -> nowMillis - reading.timeMillis() <= settings.staleMillis())
                .map(reading -> OptionalDouble.of(reading.value()))
                .orElse(OptionalDouble.empty());
    }

    /** When the latest of them was measured; at least one was. */
    private long newest(PlaceInput... inputs) {
        return Stream.of(inputs)
                .flatMap(input -> last(input).stream())
                .mapToLong(Reading::timeMillis)
                .max()
                .orElseThrow();
    }

    private Optional<Reading> last(PlaceInput input) {
        return Optional.ofNullable(latest.get(input));
    }

    private void add(List<Reading> derived, Quantity quantity, double value, long timeMillis) {
        Reading reading = Reading.of(new SeriesId(settings.id(), quantity), timeMillis, value);
        if (!reading.equals(given.put(quantity, reading))) {
            derived.add(reading);
        }
    }
}
