package dev.firn.config;

import dev.firn.config.Section.Item;
import dev.firn.filter.FilterSettings;
import dev.firn.filter.FilterSettings.Deadband;
import dev.firn.filter.FilterSettings.Debounce;
import dev.firn.filter.FilterSettings.Exponential;
import dev.firn.filter.FilterSettings.Hampel;
import dev.firn.filter.FilterSettings.Median;
import dev.firn.filter.FilterSettings.RateLimit;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The filters of one series: a list of words, each with what belongs to it or in its usual form. */
final class FiltersReader {

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final double ANY = Double.MAX_VALUE;

    private FiltersReader() {}

    static List<FilterSettings> read(Section section, Quantity quantity) {
        if (section.isOff("filter")) {
            return List.of();
        }
        return section.items("filter").stream()
                .flatMap(item -> filter(section, item).stream())
                .filter(filter -> suits(section, filter, quantity))
                .toList();
    }

    private static Optional<FilterSettings> filter(Section section, Item item) {
        String word = item.word();
        if (!FilterSettings.NAMES.contains(word)) {
            String cure = Nearest.of(word, FilterSettings.NAMES)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are: " + String.join(", ", FilterSettings.NAMES));
            section.reject("filter", word, "is no filter", cure);
            return Optional.empty();
        }
        return item.section().isPresent() ? withSettings(word, item.section().get()) : usual(section, word);
    }

    private static Optional<FilterSettings> usual(Section section, String word) {
        Optional<FilterSettings> usual = FilterSettings.usual(word);
        if (usual.isEmpty()) {
            section.reject("filter", word, "needs its settings", "write such as " + word + ": " + example(word));
        }
        return usual;
    }

    private static String example(String word) {
        return word.equals(Deadband.NAME) ? "{delta: 0.2, heartbeat: 10m}" : "3/1m";
    }

    private static Optional<FilterSettings> withSettings(String word, Section item) {
        return switch (word) {
            case Median.NAME -> item.optional(word, count()).map(Median::new);
            case Hampel.NAME -> item.section(word).map(FiltersReader::hampel);
            case Exponential.NAME -> item.optional(word, time()).map(tau -> new Exponential(tau.toMillis()));
            case Deadband.NAME -> item.section(word).flatMap(FiltersReader::deadband);
            case RateLimit.NAME ->
                item.optional(word, ChangeInTime::parse)
                        .map(limit -> new RateLimit(limit.change(), limit.time().toMillis()));
            default -> item.optional(word, time()).map(lasting -> new Debounce(lasting.toMillis()));
        };
    }

    private static FilterSettings hampel(Section section) {
        int count = section.optional("count", count(), Hampel.USUAL.count());
        double k = section.optional("k", Values.numberBetween(0.1, 100), Hampel.USUAL.k());
        section.rejectUnknownKeys();
        return new Hampel(count, k);
    }

    private static Optional<FilterSettings> deadband(Section section) {
        Optional<Double> delta = section.required("delta", Values.numberBetween(0, ANY), "0.2");
        Duration heartbeat = section.optional("heartbeat", time(), Duration.ofMillis(Deadband.USUAL_HEARTBEAT_MILLIS));
        section.rejectUnknownKeys();
        return delta.map(value -> new Deadband(value, heartbeat.toMillis()));
    }

    private static ValueParser<Integer> count() {
        ValueParser<Double> number = Values.numberBetween(Median.MIN_COUNT, Median.MAX_COUNT);
        return text -> {
            double count = number.parse(text);
            if (count != Math.rint(count)) {
                throw new BadValueException("is no whole number", "give one such as 5");
            }
            return (int) count;
        };
    }

    private static ValueParser<Duration> time() {
        return Values.durationBetween(LEAST, LONGEST);
    }

    // The filters know best what they are good for.
    private static boolean suits(Section section, FilterSettings filter, Quantity quantity) {
        try {
            filter.create(quantity);
            return true;
        } catch (IllegalArgumentException e) {
            section.reject("filter", filter.name(), String.valueOf(e.getMessage()), "remove it from this series");
            return false;
        }
    }
}
