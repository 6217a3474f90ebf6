package dev.firn.config;

import dev.firn.quality.AttenuatedSignal;
import dev.firn.quality.Climatology;
import dev.firn.quality.DewPoint;
import dev.firn.quality.FlatLine;
import dev.firn.quality.Grass;
import dev.firn.quality.Gust;
import dev.firn.quality.Icing;
import dev.firn.quality.Moisture;
import dev.firn.quality.MountHeight;
import dev.firn.quality.Range;
import dev.firn.quality.RateOfChange;
import dev.firn.quality.Rule;
import dev.firn.quality.SeriesRules;
import dev.firn.quality.SpikeLimits;
import dev.firn.quality.StepLimit;
import dev.firn.quality.Sunshine;
import dev.firn.quality.UserRange;
import java.time.Duration;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The tests of one series: those of its quantity, with what the user says in their place. A test that the user switches
 * off is left out.
 */
final class RulesReader {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final double ANY = Double.MAX_VALUE;

    private final Section section;
    private final String sensor;
    private final List<SeriesMention> mentions;
    private final Map<Class<? extends Rule>, Rule> rules = new LinkedHashMap<>();

    private RulesReader(Section section, String sensor, List<SeriesMention> mentions) {
        this.section = section;
        this.sensor = sensor;
        this.mentions = mentions;
    }

    /**
     * Reads them.
     *
     * @param sensor the series' sensor, whose other quantities are looked at where no series is named
     * @param byDefault what its quantity asks for
     * @param mentions takes every series that is named
     */
    static SeriesRules read(Section section, String sensor, SeriesRules byDefault, List<SeriesMention> mentions) {
        return new RulesReader(section, sensor, mentions).read(byDefault);
    }

    private SeriesRules read(SeriesRules byDefault) {
        byDefault.rules().forEach(rule -> rules.put(rule.getClass(), rule));
        rule("range", UserRange.class, () -> range(section, "range").map(UserRange::new));
        readSteps();
        group("flat-line", FlatLine.class, this::flatLine);
        group("attenuated", AttenuatedSignal.class, this::attenuated);
        group("climatology", Climatology.class, this::climatology);
        group(
                "dew-point",
                DewPoint.class,
                group -> Optional.of(new DewPoint(
                        other(group, "air-temperature", "air-temperature"), number(group, "tolerance", 0, 0.5))));
        group(
                "gust",
                Gust.class,
                group -> Optional.of(new Gust(other(group, "mean", "wind-speed"), number(group, "tolerance", 0, 0.5))));
        group(
                "icing",
                Icing.class,
                group -> Optional.of(new Icing(
                        other(group, "air-temperature", "air-temperature"),
                        other(group, "relative-humidity", "relative-humidity"),
                        time(group, "calm", Duration.ofHours(3)))));
        group(
                "sunshine",
                Sunshine.class,
                group -> Optional.of(new Sunshine(
                        other(group, "shortwave", "incoming-shortwave"),
                        other(group, "wind", "wind-speed"),
                        number(group, "above", 0, 300),
                        number(group, "below", 0, 2))));
        group(
                "grass",
                Grass.class,
                group -> Optional.of(new Grass(
                        other(group, "snow-surface-temperature", "snow-surface-temperature"),
                        other(group, "ground-temperature", "ground-temperature"))));
        group("mount", MountHeight.class, this::mountHeight);
        group(
                "moisture",
                Moisture.class,
                group -> Optional.of(new Moisture(
                        other(group, "snow-temperature", "snow-temperature"), number(group, "zero", 0, 1))));
        Optional<Range> span = section.isOff("span") ? Optional.empty() : range(section, "span");
        return new SeriesRules(span.or(byDefault::span), new ArrayList<>(rules.values()), spike(), staleAfter());
    }

    private interface Read<T> {
        Optional<T> read();
    }

    private <T extends Rule> void rule(String key, Class<T> type, Read<T> reader) {
        if (section.isOff(key)) {
            rules.remove(type);
        } else if (section.keys().contains(key)) {
            reader.read().ifPresent(rule -> rules.put(type, rule));
        }
    }

    private <T extends Rule> void group(String key, Class<T> type, Function<Section, Optional<T>> reader) {
        rule(
                key,
                type,
                () -> section.section(key).flatMap(group -> {
                    Optional<T> rule = reader.apply(group);
                    group.rejectUnknownKeys();
                    return rule;
                }));
    }

    // Rise and fall each replace what the quantity says of them; max-step says both.
    private void readSteps() {
        boolean off = section.isOff("max-step");
        double noise = section.optional("noise", Values.numberBetween(0, ANY), 0.0);
        Optional<RateOfChange> before = off ? Optional.empty() : usualSteps();
        Optional<StepLimit> both = off ? Optional.empty() : step("max-step", noise);
        Optional<StepLimit> rise = step("max-rise", noise).or(() -> both).or(() -> before.flatMap(RateOfChange::rise));
        Optional<StepLimit> fall = step("max-fall", noise).or(() -> both).or(() -> before.flatMap(RateOfChange::fall));
        rules.remove(RateOfChange.class);
        if (rise.isPresent() || fall.isPresent()) {
            rules.put(RateOfChange.class, new RateOfChange(rise, fall));
        }
    }

    private Optional<RateOfChange> usualSteps() {
        return Optional.ofNullable((RateOfChange) rules.get(RateOfChange.class));
    }

    private Optional<StepLimit> step(String key, double noise) {
        return section.optional(key, text -> parseStep(text, noise));
    }

    private static StepLimit parseStep(String text, double noise) throws BadValueException {
        ChangeInTime change = ChangeInTime.parse(text);
        return new StepLimit(change.change(), change.time().toMillis(), noise);
    }

    private Optional<FlatLine> flatLine(Section group) {
        Optional<Double> tolerance = group.required("tolerance", Values.numberBetween(Double.MIN_VALUE, ANY), "0.1");
        long suspect = time(group, "suspect", Duration.ofHours(3));
        Optional<Duration> fail = group.optional("fail", Values.durationBetween(LEAST, LONGEST));
        Optional<Range> spared = range(group, "spared");
        if (fail.isPresent() && fail.get().toMillis() <= suspect) {
            group.reject("fail", "", "is not longer than suspect", "give a longer time, or leave it out");
            return Optional.empty();
        }
        OptionalLong failMillis =
                fail.map(time -> OptionalLong.of(time.toMillis())).orElse(OptionalLong.empty());
        return tolerance.map(value -> new FlatLine(value, suspect, failMillis, spared));
    }

    private Optional<AttenuatedSignal> attenuated(Section group) {
        Optional<Duration> over = group.required("over", Values.durationBetween(LEAST, LONGEST), "1h");
        Optional<Double> suspect = group.required("suspect", Values.numberBetween(Double.MIN_VALUE, ANY), "0.5");
        double fail = number(group, "fail", 0, 0);
        if (suspect.isPresent() && fail > suspect.get()) {
            group.reject("fail", "", "is above suspect", "give a smaller number, or leave it out");
            return Optional.empty();
        }
        return over.flatMap(time -> suspect.map(least -> new AttenuatedSignal(time.toMillis(), least, fail)));
    }

    private Optional<Climatology> climatology(Section group) {
        Map<Month, Range> ranges = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            range(group, month.name().toLowerCase(Locale.ROOT).substring(0, 3))
                    .ifPresent(range -> ranges.put(month, range));
        }
        return Optional.of(new Climatology(ranges));
    }

    private Optional<MountHeight> mountHeight(Section group) {
        Optional<Double> height = group.required("height-m", Values.numberBetween(0.1, 100), "4.5");
        double blind = number(group, "blind-zone-m", 0, 0.3);
        if (height.isPresent() && height.get() <= blind) {
            group.reject("blind-zone-m", "", "is not below height-m", "give the distance where the sensor goes blind");
            return Optional.empty();
        }
        return height.map(metres -> new MountHeight(metres, blind));
    }

    private Optional<SpikeLimits> spike() {
        if (section.isOff("spike") || !section.keys().contains("spike")) {
            return Optional.empty();
        }
        return section.pair("spike").flatMap(pair -> {
            if (!(pair[0] > 0 && pair[0] <= pair[1])) {
                section.reject("spike", "", "its numbers are not above 0 and in order", "write [suspect, fail]");
                return Optional.empty();
            }
            return Optional.of(new SpikeLimits(pair[0], pair[1]));
        });
    }

    private OptionalLong staleAfter() {
        if (section.isOff("stale-after")) {
            return OptionalLong.empty();
        }
        return section.optional("stale-after", Values.durationBetween(LEAST, LONGEST))
                .map(time -> OptionalLong.of(time.toMillis()))
                .orElse(OptionalLong.empty());
    }

    private static Optional<Range> range(Section section, String key) {
        Optional<double[]> ends = section.pair(key);
        if (ends.isPresent() && !(ends.get()[0] < ends.get()[1])) {
            section.reject(key, "", "its first number is not below its second", "write [least, greatest]");
            return Optional.empty();
        }
        return ends.map(pair -> new Range(pair[0], pair[1]));
    }

    private static double number(Section group, String key, double least, double otherwise) {
        return group.optional(key, Values.numberBetween(least, ANY), otherwise);
    }

    private static long time(Section group, String key, Duration otherwise) {
        return group.optional(key, Values.durationBetween(LEAST, LONGEST), otherwise)
                .toMillis();
    }

    private String other(Section group, String key, String quantity) {
        Optional<String> named = group.optional(key, Values::series);
        named.ifPresent(series -> mentions.add(new SeriesMention(series, group.lineOf(key), group.pathOf(key))));
        return named.orElse(sensor + "/" + quantity);
    }
}
