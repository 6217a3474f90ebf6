package dev.firn.rigs.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.ledger.PublishedSummary;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SummaryCheckTest {

    private static final ExpectedSummary LEVEL = expected(Kind.LEVEL, "mean", 1000.0);
    private static final ExpectedSummary DIRECTION = expected(Kind.DIRECTION, "mean", 0.0);
    private static final PublishedSummary SAME = published(4, 4, 1, "mean", 1000.0);

    @Test
    void equalSummariesAgree() {
        assertThat(SummaryCheck.unjudged(List.of(LEVEL)).differences(List.of(SAME)))
                .isEmpty();
    }

    @Test
    void roundingInTheTwelfthDigitIsNoDifference() {
        assertThat(differences(LEVEL, published(4, 4, 1, "mean", 1000.0000001))).isEmpty();
        assertThat(differences(LEVEL, published(4, 4, 1, "mean", 1000.00001)))
                .containsExactly("s/x from 1970-01-01T00:00:00Z: mean is 1000.00001, must be 1000.0");
    }

    @Test
    void absentAndForeignAndRepeatedSummariesDiffer() {
        SummaryCheck check = SummaryCheck.unjudged(List.of(LEVEL));
        assertThat(check.differences(List.of())).containsExactly("s/x from 1970-01-01T00:00:00Z: not published");
        assertThat(check.differences(List.of(SAME, SAME)))
                .singleElement()
                .asString()
                .contains("twice");
        assertThat(SummaryCheck.unjudged(List.of()).differences(List.of(SAME)))
                .singleElement()
                .asString()
                .contains("though not recorded");
    }

    @Test
    void countsMustBeEqual() {
        assertThat(differences(LEVEL, published(5, 4, 1, "mean", 1000.0)))
                .singleElement()
                .asString()
                .contains("count");
        assertThat(differences(LEVEL, published(4, 3, 1, "mean", 1000.0)))
                .singleElement()
                .asString()
                .contains("good");
    }

    @Test
    void superfluousKeysDiffer() {
        assertThat(differences(DIRECTION, published(4, 4, 1, "max", 0.0)))
                .anyMatch(difference -> difference.contains("keys is [max], must be [mean]"));
    }

    @Test
    void nullDiffersFromNumber() {
        PublishedSummary nothing = published(4, 4, 1, Map.of("mean", OptionalDouble.empty()));
        assertThat(differences(LEVEL, nothing)).singleElement().asString().endsWith("mean is null, must be 1000.0");
    }

    @Test
    void directionsAreComparedOnTheCircle() {
        assertThat(differences(DIRECTION, published(4, 4, 1, "mean", 359.999999999)))
                .isEmpty();
        assertThat(differences(DIRECTION, published(4, 4, 1, "mean", 359.9))).isNotEmpty();
    }

    @Test
    void lastDigitOfResultantLengthIsNoDifference() {
        ExpectedSummary none = expected(Kind.DIRECTION, "stddev", 0.0);
        assertThat(differences(none, published(4, 4, 1, "stddev", 1e-6))).isEmpty();
        assertThat(differences(none, published(4, 4, 1, "stddev", 1e-3))).isNotEmpty();
    }

    @Test
    void judgedWindowsWithFailedValuesAreComparedByCountsOnly() {
        SummaryCheck check = SummaryCheck.judged(List.of(LEVEL));
        PublishedSummary failed = published(4, 3, 4, "mean", 7.0, Map.of("gross-range", 1L));
        assertThat(check.differences(List.of(failed))).isEmpty();
        assertThat(check.countedOnly(List.of(failed))).isEqualTo(1);
        assertThat(check.differences(List.of(published(4, 3, 3, "mean", 7.0, Map.of("range", 1L)))))
                .isNotEmpty();
        assertThat(check.differences(List.of(published(4, 5, 3, "mean", 1000.0))))
                .isNotEmpty();
    }

    @Test
    void judgedWindowsWithReplacedValuesAreComparedByCountsOnly() {
        SummaryCheck check = SummaryCheck.judged(List.of(LEVEL));
        assertThat(check.differences(List.of(published(4, 2, 3, "mean", 7.0, Map.of("grass", 2L)))))
                .isEmpty();
    }

    @Test
    void whatIsNotGoodHasAReason() {
        SummaryCheck check = SummaryCheck.judged(List.of(LEVEL));
        assertThat(check.differences(List.of(published(4, 3, 3, "mean", 1000.0, Map.of()))))
                .singleElement()
                .asString()
                .contains("good and doubted is 3, must be 4");
        assertThat(check.differences(List.of(published(4, 3, 3, "mean", 1000.0, Map.of("flat-line", 1L)))))
                .isEmpty();
    }

    private static List<String> differences(ExpectedSummary want, PublishedSummary got) {
        return SummaryCheck.unjudged(List.of(want)).differences(List.of(got));
    }

    private static ExpectedSummary expected(Kind kind, String statistic, double value) {
        return new ExpectedSummary("s/x", 0, 10, "m", kind, 4, 0, Map.of(statistic, OptionalDouble.of(value)));
    }

    private static PublishedSummary published(long count, long good, int flag, String statistic, double value) {
        return published(count, good, flag, new TreeMap<>(Map.of(statistic, OptionalDouble.of(value))));
    }

    private static PublishedSummary published(
            long count, long good, int flag, String statistic, double value, Map<String, Long> reasons) {
        return published(count, good, flag, Map.of(statistic, OptionalDouble.of(value)), reasons);
    }

    private static PublishedSummary published(long count, long good, int flag, Map<String, OptionalDouble> statistics) {
        return published(count, good, flag, statistics, Map.of());
    }

    private static PublishedSummary published(
            long count, long good, int flag, Map<String, OptionalDouble> statistics, Map<String, Long> reasons) {
        return new PublishedSummary("a", 1, "s/x", 0, 10, "m", count, good, 0, statistics, flag, reasons);
    }
}
