package dev.firn.preprocessor.people;

import dev.firn.preprocessor.settings.BadValueException;
import dev.firn.preprocessor.settings.Section;
import dev.firn.preprocessor.settings.ValueParser;
import dev.firn.preprocessor.settings.Values;
import dev.firn.telemetry.Quantity;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads {@link PeopleSettings} from the program's settings file. */
final class PeopleSettingsReader {

    private static final long LEAST_EVERY_MILLIS = 1000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final ValueParser<Double> HECTARES = Values.number(0.01, 10_000);
    private static final ValueParser<Double> SHARE = Values.number(0.01, 1);
    private static final ValueParser<Double> SHARE_FROM_0 = Values.number(0, 1);
    private static final ValueParser<Double> ERROR = Values.number(0, 10);
    private static final ValueParser<Double> CAPACITY = Values.number(50, 20_000);
    private static final ValueParser<Double> SQUARE_METRES = Values.number(1, 100_000);
    private static final double USUAL_LOAD_FACTOR = 0.8;
    private static final LocalTime RESET_AT = LocalTime.of(3, 0);
    private static final LocalTime OPENS_AT = LocalTime.of(7, 0);

    // Areas and lifts share the ids of the derived series.
    private final Set<String> ids = new HashSet<>();
    private final Set<String> areaIds = new HashSet<>();

    private PeopleSettingsReader() {}

    static PeopleSettings read(Section file) {
        return new PeopleSettingsReader().settings(file);
    }

    private PeopleSettings settings(Section file) {
        ZoneId zone = file.optional("time-zone", Values::zone, ZoneOffset.UTC);
        List<AreaSettings> areas = new ArrayList<>();
        file.requiredSections("areas", "[{\"id\": \"north\", …}]").forEach(section -> areas.add(area(section, zone)));
        List<LiftSettings> lifts =
                file.sections("lifts").stream().map(this::lift).toList();
        return new PeopleSettings(
                file.optional("every", Values.duration(LEAST_EVERY_MILLIS, HOUR_MILLIS), PeopleSettings.EVERY_MILLIS),
                file.optional(
                        "stale-after",
                        Values.duration(LEAST_EVERY_MILLIS, 24 * HOUR_MILLIS),
                        PeopleSettings.STALE_AFTER_MILLIS),
                file.optional("long-wait", Values.duration(LEAST_EVERY_MILLIS, HOUR_MILLIS), longWaitMillis()) / 1000.0,
                areas,
                lifts);
    }

    private static long longWaitMillis() {
        return Math.round(PeopleSettings.LONG_WAIT_SECONDS * 1000);
    }

    private AreaSettings area(Section section, ZoneId zone) {
        String id = newId(section);
        areaIds.add(id);
        List<String> in = counters(section, "in");
        List<String> out = counters(section, "out");
        rejectCommon(section, in, out);
        return new AreaSettings(
                id,
                section.optional("name", Values::text, id),
                number(section, "area-ha", HECTARES),
                section.optional("difficulty", Values.oneOf(Difficulty.class), Difficulty.INTERMEDIATE),
                gladesShare(section),
                section.optional("time-zone", Values::zone, zone),
                section.optional("reset-at", Values::timeOfDay, RESET_AT),
                section.optional("opens-at", Values::timeOfDay, OPENS_AT),
                in,
                out,
                new CountError(
                        section.optional("passage-error", ERROR, CountError.DEFAULT.passageError()),
                        section.optional("counter-error", SHARE_FROM_0, CountError.DEFAULT.counterError())),
                new Calibration(
                        section.optional("calibration", Values.number(Calibration.LEAST, Calibration.MOST), 1.0)));
    }

    private LiftSettings lift(Section section) {
        String id = newId(section);
        String area = section.required("area", Values::id, "north");
        if (section.has("area") && !areaIds.contains(area)) {
            section.reject("area", "is no area of this file", "name the area in which the queue stands");
        }
        return new LiftSettings(
                id,
                section.optional("name", Values::text, id),
                area,
                section.required("capacity-per-hour", CAPACITY, "2400"),
                section.optional("load-factor", SHARE, USUAL_LOAD_FACTOR),
                number(section, "queue-area-m2", SQUARE_METRES),
                section.optional("running", Values::series),
                section.optional("carried", PeopleSettingsReader::counter),
                counters(section, "in"));
    }

    private String newId(Section section) {
        String id = section.required("id", Values::id, "north");
        if (section.has("id") && !ids.add(id)) {
            section.reject("id", "is the id of another area or lift", "give each its own");
        }
        return id;
    }

    private static double gladesShare(Section section) {
        boolean glades = section.optional("glades", Values::truth, false);
        Optional<Double> share = section.optional("glades-share", SHARE);
        if (share.isPresent() && !glades) {
            section.reject("glades-share", "is for glades", "add \"glades\": true, or remove it");
        }
        return glades ? share.orElse(AreaSettings.GLADES_SHARE) : 1;
    }

    private static List<String> counters(Section section, String key) {
        String example = "[\"gate-1/people-" + key + "\"]";
        List<String> counters = section.requiredValues(key, PeopleSettingsReader::counter, example);
        if (new HashSet<>(counters).size() < counters.size()) {
            section.reject(key, "names a counter twice", "name each once");
        }
        return counters;
    }

    private static void rejectCommon(Section section, List<String> in, List<String> out) {
        if (in.stream().anyMatch(out::contains)) {
            section.reject("out", "names a counter that is in \"in\" too", "name it where its people go");
        }
    }

    private static String counter(String text) {
        String series = Values.series(text);
        Optional<Quantity> quantity = Quantity.named(series.substring(series.indexOf('/') + 1));
        boolean counts = quantity.isPresent()
                && quantity.get().kind() == Quantity.Kind.AMOUNT
                && quantity.get().unit().equals(Quantity.PEOPLE_COUNT.unit());
        if (!counts) {
            throw new BadValueException(
                    "does not count people", "name a series of people-in, people-out, people-count or lift-carried");
        }
        return series;
    }

    private static OptionalDouble number(Section section, String key, ValueParser<Double> parser) {
        Optional<Double> number = section.optional(key, parser);
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }
}
