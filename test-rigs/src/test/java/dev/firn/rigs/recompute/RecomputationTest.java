package dev.firn.rigs.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecomputationTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final long MINUTE = 60_000;

    @Test
    void windowsAreAlignedAndHalfOpen() {
        List<ExpectedSummary> summaries = of(Kind.LEVEL, 9, 1, "10", "20", "30");
        assertThat(summaries).extracting(ExpectedSummary::fromMillis).containsExactly(0L, 10 * MINUTE);
        assertThat(summaries).extracting(ExpectedSummary::toMillis).containsExactly(10 * MINUTE, 20 * MINUTE);
        assertThat(summaries).extracting(ExpectedSummary::count).containsExactly(1L, 2L);
    }

    @Test
    void windowsBefore1970AreAlignedToo() {
        assertThat(of(Kind.LEVEL, -1, 1, "10").getFirst().fromMillis()).isEqualTo(-10 * MINUTE);
    }

    @Test
    void levelsByHand() {
        ExpectedSummary summary = only(of(Kind.LEVEL, 0, 1, "2", "4", "4", "4", "5", "5", "7", "9"));
        assertThat(summary.statistic("mean")).hasValue(5);
        assertThat(summary.statistic("min")).hasValue(2);
        assertThat(summary.statistic("max")).hasValue(9);
        assertThat(summary.statistic("last")).hasValue(9);
        assertThat(summary.statistic("stddev").getAsDouble()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-15));
        assertThat(summary.statistic("p50")).hasValue(4.5);
        assertThat(summary.statistic("p95").getAsDouble()).isCloseTo(8.3, within(1e-12));
        assertThat(summary.statistics()).doesNotContainKey("sum");
    }

    @Test
    void missingValuesCountButAreInNoStatistic() {
        ExpectedSummary summary = only(of(Kind.LEVEL, 0, 1, "1", "-", "3", "-"));
        assertThat(summary.count()).isEqualTo(4);
        assertThat(summary.missing()).isEqualTo(2);
        assertThat(summary.good()).isEqualTo(2);
        assertThat(summary.statistic("mean")).hasValue(2);
        assertThat(summary.statistic("last")).hasValue(3);
    }

    @Test
    void windowOfMissingValuesHasNoStatistic() {
        ExpectedSummary summary = only(of(Kind.AMOUNT, 0, 1, "-", "-"));
        assertThat(summary.missing()).isEqualTo(2);
        assertThat(summary.statistics())
                .containsOnlyKeys("mean", "min", "max", "stddev", "p50", "p95", "last", "sum", "per-hour");
        assertThat(summary.statistics().values()).allMatch(value -> value.isEmpty());
    }

    @Test
    void singleValueHasNoDeviation() {
        assertThat(only(of(Kind.LEVEL, 0, 1, "1")).statistic("stddev")).isEmpty();
        assertThat(only(of(Kind.DIRECTION, 0, 1, "1")).statistic("stddev")).isEmpty();
    }

    @Test
    void amountsAreSummedExactly() {
        String[] tenths = new String[10];
        Arrays.fill(tenths, "0.1");
        assertThat(only(of(Kind.AMOUNT, 0, 1, tenths)).statistic("sum")).hasValue(1.0);
    }

    @Test
    void directionsAverageAcrossNorth() {
        ExpectedSummary summary = only(of(Kind.DIRECTION, 0, 1, "350", "20"));
        assertThat(summary.statistic("mean").getAsDouble()).isCloseTo(5, within(1e-12));
        // R = cos 15°
        assertThat(summary.statistic("stddev").getAsDouble())
                .isCloseTo(Math.toDegrees(Math.sqrt(-2 * Math.log(Math.cos(Math.toRadians(15))))), within(1e-10));
        assertThat(summary.statistics()).containsOnlyKeys("mean", "stddev", "last");
    }

    @Test
    void equalDirectionsHaveNoDeviationAtAll() {
        ExpectedSummary summary = only(of(Kind.DIRECTION, 0, 1, "123.4", "123.4", "123.4"));
        assertThat(summary.statistic("mean").getAsDouble()).isCloseTo(123.4, within(1e-12));
        assertThat(summary.statistic("stddev").getAsDouble()).isCloseTo(0, within(1e-9));
    }

    @Test
    void oppositeDirectionsCancelOut() {
        ExpectedSummary summary = only(of(Kind.DIRECTION, 0, 1, "0", "90", "180", "270"));
        assertThat(summary.statistic("mean")).isEmpty();
        assertThat(summary.statistic("stddev")).isEmpty();
        assertThat(summary.statistic("last")).hasValue(270);
    }

    private static ExpectedSummary only(List<ExpectedSummary> summaries) {
        assertThat(summaries).hasSize(1);
        return summaries.getFirst();
    }

    private static List<ExpectedSummary> of(Kind kind, long firstMinute, long stepMinutes, String... values) {
        List<Sample> samples = new ArrayList<>();
        for (String value : values) {
            long minute = firstMinute + samples.size() * stepMinutes;
            samples.add(new Sample(
                    minute * MINUTE, value.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(value))));
        }
        Recorded recorded = new Recorded(List.of(new Series("x", "m", kind, samples)), 0, List.of());
        return new Recomputation(WINDOW).summaries("sensor", recorded);
    }
}
