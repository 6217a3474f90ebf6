package dev.firn.preprocessor.snow;

import dev.firn.derived.SnowMaking;
import dev.firn.preprocessor.settings.Section;
import dev.firn.preprocessor.settings.Values;
import dev.firn.preprocessor.snow.grid.TrackSettings;
import dev.firn.telemetry.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the settings of snow management from a file's sections; every key has its range. For one thread, used once. */
final class SnowSettingsReader {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final double LEAST_ERROR = 0.01;
    private static final double WORST_ERROR = 100;
    private static final double DEEPEST = 15;
    private static final double COLDEST = -40;
    private static final double WARMEST = 10;

    private final Section root;

    SnowSettingsReader(Section root) {
        this.root = root;
    }

    SnowSettings read() {
        List<PlaceSettings> places = places();
        Optional<Section> groomerSection = root.section("groomer");
        Optional<GroomerSettings> groomer = groomerSection.map(SnowSettingsReader::groomer);
        TrackSettings track = groomerSection.map(SnowSettingsReader::track).orElse(TrackSettings.DEFAULT);
        Optional<SlopeSettings> slope = new SlopeSettingsReader(root, track).read();
        checkGroomer(groomer, slope);
        if (places.isEmpty() && groomer.isEmpty()) {
            root.reject("places", "is empty, and there is no groomer", "add a place, or a groomer");
        }
        return new SnowSettings(
                root.optional("about", Values::id, "slope"),
                root.optional("every", Values.duration(1000, HOUR), SnowSettings.DEFAULT_EVERY_MILLIS),
                places,
                snowMaking(),
                groomer,
                new TiltSettingsReader(root).read(),
                slope);
    }

    private List<PlaceSettings> places() {
        Set<String> ids = new HashSet<>();
        return root.sections("places").stream().map(place -> place(place, ids)).toList();
    }

    private PlaceSettings place(Section place, Set<String> ids) {
        String id = place.required("id", Values::id, "valley");
        if (!ids.add(id)) {
            place.reject("id", "is there twice", "give each place an id of its own");
        }
        TreeMap<PlaceInput, String> series = new TreeMap<>();
        for (PlaceInput input : PlaceInput.values()) {
            place.optional(input.key(), Values::series).ifPresent(name -> {
                series.put(input, name);
                checkNotItsOwn(place, input.key(), id, name);
                checkUnit(place, input.key(), name, input.unit());
            });
        }
        if (series.isEmpty()) {
            place.reject("depth", "is missing, and so is every other series", "add one, such as depth-1/snow-depth");
        }
        return new PlaceSettings(
                id,
                series,
                target(place, series.containsKey(PlaceInput.DEPTH)),
                place.optional("tolerance", Values.number(0, DEEPEST), PlaceSettings.DEFAULT_TOLERANCE),
                place.optional("max-age", Values.duration(1000, DAY), PlaceSettings.DEFAULT_STALE_MILLIS));
    }

    private static double target(Section place, boolean isNeeded) {
        return isNeeded
                ? place.required("target", Values.number(0, DEEPEST), "0.5")
                : place.optional("target", Values.number(0, DEEPEST), 0.0);
    }

    private static void checkNotItsOwn(Section section, String key, String id, String series) {
        if (series.startsWith(id + "/")) {
            section.reject(
                    key, "would be fed by what this program itself says of \"" + id + "\"", "give it another id");
        }
    }

    /** A quantity that Firn does not know may have any unit. */
    private static void checkUnit(Section section, String key, String series, String unit) {
        Quantity.named(series.substring(series.indexOf('/') + 1))
                .filter(quantity -> !quantity.unit().equals(unit))
                .ifPresent(quantity -> section.reject(
                        key, "is in " + quantity.unit() + ", not in " + unit, "name a series in " + unit));
    }

    private static GroomerSettings groomer(Section groomer) {
        String id = groomer.optional("id", Values::id, "groomer");
        Optional<String> depth = groomer.optional("depth", Values::series);
        depth.ifPresent(series -> {
            checkNotItsOwn(groomer, "depth", id, series);
            checkUnit(groomer, "depth", series, PlaceInput.DEPTH.unit());
        });
        return new GroomerSettings(
                id, groomer.optional("position", Values::id), depth, groomer.optional("tilt", Values::id));
    }

    private static TrackSettings track(Section groomer) {
        TrackSettings standard = TrackSettings.DEFAULT;
        double offset = TrackSettings.GREATEST_OFFSET;
        return new TrackSettings(
                groomer.optional("gap", Values.duration(1, MINUTE), standard.gapMillis()),
                groomer.optional("worst-error", Values.number(LEAST_ERROR, WORST_ERROR), standard.worstErrorMetres()),
                groomer.optional("forward", Values.number(-offset, offset), standard.forwardMetres()),
                groomer.optional("right", Values.number(-offset, offset), standard.rightMetres()));
    }

    private void checkGroomer(Optional<GroomerSettings> groomer, Optional<SlopeSettings> slope) {
        groomer.ifPresent(it -> {
            if (it.depth().isPresent() && (it.position().isEmpty() || slope.isEmpty())) {
                root.reject("groomer", "has a depth without a position or a grid", "add groomer.position and a grid");
            }
            if (it.tilt().isEmpty() && it.depth().isEmpty()) {
                root.reject("groomer", "has neither depth nor tilt", "add a series of depths, or a tilt sensor");
            }
        });
        if (slope.isPresent() && groomer.flatMap(GroomerSettings::depth).isEmpty()) {
            root.reject("grid", "is fed by no groomer", "add groomer.position and groomer.depth, or remove the grid");
        }
    }

    private SnowMaking snowMaking() {
        return root.section("snow-making").map(this::snowMaking).orElse(SnowMaking.USUAL);
    }

    private SnowMaking snowMaking(Section section) {
        SnowMaking standard = SnowMaking.USUAL;
        double start = section.optional("start", Values.number(COLDEST, WARMEST), standard.marginalCelsius());
        double good = section.optional("good", Values.number(COLDEST, WARMEST), standard.goodCelsius());
        if (good > start) {
            section.reject("good", "is above the start, " + start, "give one that is not");
            return standard;
        }
        return new SnowMaking(start, good);
    }
}
