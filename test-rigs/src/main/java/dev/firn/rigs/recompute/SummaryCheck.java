package dev.firn.rigs.recompute;

import dev.firn.rigs.ledger.PublishedSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares what a gateway published with what must come out. Numbers agree within 1e-9 of each other, absolute or
 * relative: payloads carry twelve digits.
 */
public final class SummaryCheck {

    private static final double TOLERANCE = 1e-9;
    private static final int FAIL = 4;
    private static final String HUMIDITY_UNIT = "%RH";
    private static final double SATURATION = 100;
    /** Reasons for which another value stands in the place of the one that was recorded. */
    private static final Set<String> REPLACING = Set.of("grass", "replaced");

    private final Map<String, ExpectedSummary> expected = new HashMap<>();
    private final boolean judged;

    private SummaryCheck(List<ExpectedSummary> summaries, boolean judged) {
        summaries.forEach(summary -> expected.put(key(summary.series(), summary.fromMillis()), summary));
        this.judged = judged;
    }

    /** For a gateway with {@code quality: off}: everything must agree. */
    public static SummaryCheck unjudged(List<ExpectedSummary> expected) {
        return new SummaryCheck(expected, false);
    }

    /**
     * For a gateway that judges: good readings are fewer by those that have a reason, and the statistics of windows in
     * which values were left out (flagged <em>fail</em>) or replaced (grass, humidity above saturation) are not compared.
     */
    public static SummaryCheck judged(List<ExpectedSummary> expected) {
        return new SummaryCheck(expected, true);
    }

    /** Every difference in words; none if each expected summary was published, and nothing else. */
    public List<String> differences(List<PublishedSummary> published) {
        List<String> differences = new ArrayList<>();
        Set<String> absent = new HashSet<>(expected.keySet());
        for (PublishedSummary summary : published) {
            String key = key(summary.series(), summary.fromMillis());
            if (absent.remove(key)) {
                differences.addAll(differences(Objects.requireNonNull(expected.get(key)), summary));
            } else {
                differences.add(key + ": published " + (expected.containsKey(key) ? "twice" : "though not recorded"));
            }
        }
        absent.stream().sorted().forEach(key -> differences.add(key + ": not published"));
        return differences;
    }

    /** Of the published summaries, those whose statistics cannot be compared. */
    public long countedOnly(List<PublishedSummary> published) {
        return published.stream().filter(this::isCountedOnly).count();
    }

    private boolean isCountedOnly(PublishedSummary summary) {
        boolean replaced = summary.reasons().keySet().stream().anyMatch(REPLACING::contains);
        return judged && (summary.flag() == FAIL || replaced || isSaturated(summary));
    }

    private static boolean isSaturated(PublishedSummary summary) {
        return summary.unit().equals(HUMIDITY_UNIT) && summary.statistic("max").orElse(0) == SATURATION;
    }

    private List<String> differences(ExpectedSummary want, PublishedSummary got) {
        return Stream.concat(plainDifferences(want, got), statisticDifferences(want, got))
                .map(difference -> key(want.series(), want.fromMillis()) + ": " + difference)
                .toList();
    }

    private Stream<String> plainDifferences(ExpectedSummary want, PublishedSummary got) {
        long doubted = got.reasons().entrySet().stream()
                .filter(reason -> judged && !reason.getKey().equals("no-value"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Stream.of(
                        difference("to", want.toMillis(), got.toMillis()),
                        difference("unit", want.unit(), got.unit()),
                        difference("count", want.count(), got.count()),
                        difference("missing", want.missing(), got.missing()),
                        difference("good and doubted", want.good(), got.good() + doubted),
                        difference(
                                "keys",
                                want.statistics().keySet(),
                                got.statistics().keySet()))
                .flatMap(Optional::stream);
    }

    private Stream<String> statisticDifferences(ExpectedSummary want, PublishedSummary got) {
        return isCountedOnly(got)
                ? Stream.empty()
                : want.statistics().keySet().stream()
                        .filter(name -> !agree(want.kind(), name, want.statistic(name), got.statistic(name)))
                        .map(name -> name + " is " + words(got.statistic(name)) + ", must be "
                                + words(want.statistic(name)));
    }

    private static <T> Optional<String> difference(String name, T want, T got) {
        return want.equals(got) ? Optional.empty() : Optional.of(name + " is " + got + ", must be " + want);
    }

    private static boolean agree(Kind kind, String name, OptionalDouble want, OptionalDouble got) {
        if (want.isEmpty() || got.isEmpty()) {
            return want.isEmpty() && got.isEmpty();
        }
        if (kind == Kind.DIRECTION) {
            return name.equals("stddev")
                    ? deviationsAgree(want.getAsDouble(), got.getAsDouble())
                    : got.getAsDouble() >= 0 && turn(want.getAsDouble() - got.getAsDouble()) <= TOLERANCE * 360;
        }
        return close(want.getAsDouble(), got.getAsDouble());
    }

    /** Angle between two directions that differ by this much. */
    private static double turn(double difference) {
        return Math.abs(Math.IEEEremainder(difference, 360));
    }

    /**
     * The deviation √(−2 ln R) of nearly equal directions magnifies the last digit of R: rounding R = 1 by 1e-16 makes
     * 1e-6 degrees of 0. Such a difference is none.
     */
    private static boolean deviationsAgree(double want, double got) {
        return close(want, got) || Math.abs(lengthOf(want) - lengthOf(got)) < 1e-13;
    }

    private static double lengthOf(double deviationDegrees) {
        double radians = Math.toRadians(deviationDegrees);
        return Math.exp(-radians * radians / 2);
    }

    private static boolean close(double want, double got) {
        return Math.abs(want - got) <= TOLERANCE * Math.max(1, Math.abs(want));
    }

    private static String words(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "null";
    }

    private static String key(String series, long fromMillis) {
        return series + " from " + Instant.ofEpochMilli(fromMillis);
    }
}
