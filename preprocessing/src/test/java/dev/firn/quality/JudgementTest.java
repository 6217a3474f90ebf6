package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.time.Instant;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The tests of one series. Vectors of QARTOD are those of ioos_qc's own tests (9c1853a, Apache-2.0). */
class JudgementTest {

    private static final long QUARTER_HOUR = 15 * Judged.MINUTE;
    private static final double MISSING = Double.NaN;
    private static final Quantity LEVEL = Quantity.unknown("level", "m");
    private static final Quantity AIR = Quantity.AIR_TEMPERATURE;

    @Test
    void flagsTheRangeVectorOfQartod() {
        SeriesRules rules = new SeriesRules(
                Optional.of(new Range(10, 50)),
                List.of(new UserRange(new Range(20, 40))),
                Optional.empty(),
                OptionalLong.empty());
        assertThat(new Judged(LEVEL, rules, 1000).flags(5, 10, 15, 20, 25, 30, 35, 40, 45, 51))
                .containsExactly(4, 3, 3, 1, 1, 1, 1, 1, 3, 4);
    }

    @Test
    void flagsTheStepVectorOfQartod() {
        assertThat(step(LEVEL, 5, QUARTER_HOUR, QUARTER_HOUR)
                        .flags(2, 10, 2.1, 3, 4, 5, 7, 10, 0, 2, 2.2, 2, 1, 2, 3, 90, 91, 92, 93, 1, 2, 3, 4, 5))
                .containsExactly(1, 3, 3, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 1, 1);
    }

    @Test
    void flagsTheStepVectorOfQartodWithMissingValues() {
        assertThat(step(LEVEL, 5, QUARTER_HOUR, QUARTER_HOUR).flags(2, 10, 2, 3, MISSING, MISSING, 7, 10))
                .containsExactly(1, 3, 3, 1, 9, 9, 1, 1);
    }

    @Test
    void flagsTheFlatLineVectorOfQartod() {
        FlatLine rule = new FlatLine(0.01, 3_000_000, OptionalLong.of(4_800_000), Optional.empty());
        assertThat(new Judged(LEVEL, SeriesRules.of(rule), QUARTER_HOUR)
                        .flags(1, 2, 2.0001, 2, 2.0001, 2, 2.0001, 2, 4, 5, 3, 3.0001, 3.0005, 3.00001))
                .containsExactly(1, 1, 1, 1, 3, 3, 4, 4, 1, 1, 1, 1, 1, 3);
    }

    @Test
    void lineThatIsFlatFromTheStartIsSeenOnceItIsLongEnough() {
        FlatLine rule = new FlatLine(0.01, 3_000_000, OptionalLong.of(4_800_000), Optional.empty());
        assertThat(new Judged(LEVEL, SeriesRules.of(rule), QUARTER_HOUR).flags(2, 2, 2, 2, 2, 2))
                .containsExactly(1, 1, 1, 3, 3, 4);
    }

    @Test
    void twoEqualValuesAreNoFlatLine() {
        FlatLine rule = new FlatLine(0.01, Judged.HOUR, OptionalLong.empty(), Optional.empty());
        assertThat(new Judged(LEVEL, SeriesRules.of(rule), Judged.HOUR).flags(2, 2, 2, 2, 2))
                .containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void meltingSnowMayStayAtZero() {
        FlatLine rule = new FlatLine(0.1, Judged.HOUR, OptionalLong.empty(), Optional.of(new Range(-0.2, 0.2)));
        Judged snow = new Judged(Quantity.SNOW_SURFACE_TEMPERATURE, SeriesRules.of(rule), QUARTER_HOUR);
        assertThat(snow.flags(0, 0, 0, 0, 0, 0, 0)).containsOnly(1);
        assertThat(snow.flags(-3, -3, -3, -3, -3, -3)).containsExactly(1, 1, 1, 1, 3, 3);
    }

    @Test
    void signalThatScattersTooLittleIsSuspectThenFails() {
        AttenuatedSignal rule = new AttenuatedSignal(Judged.HOUR, 0.5, 0.1);
        Judged wind = new Judged(Quantity.WIND_SPEED, SeriesRules.of(rule), QUARTER_HOUR);
        assertThat(wind.flags(3, 4, 3, 4, 3.1, 3.2, 3.1, 3.2, 3.1, 3.15, 3.12, 3.14, 3.13, 3.15, 6))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 4, 4, 1);
        assertThat(wind.judge(6).reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void valueUnusualInItsMonthIsSuspect() {
        Map<Month, Range> ranges = new EnumMap<>(Month.class);
        ranges.put(Month.JANUARY, new Range(-30, 5));
        ranges.put(Month.JULY, new Range(-5, 30));
        Judged air = new Judged(AIR, SeriesRules.of(new Climatology(ranges)), 1000);
        air.startingAt(Instant.parse("2026-01-31T23:59:58Z").toEpochMilli());
        // Two seconds of January, then February, which has no range.
        assertThat(air.reasons(10, -10, 10)).containsExactly(Reason.CLIMATOLOGY, Reason.NONE, Reason.NONE);
        air.startingAt(Instant.parse("2026-07-01T00:00:00Z").toEpochMilli());
        assertThat(air.reasons(10, -10)).containsExactly(Reason.NONE, Reason.CLIMATOLOGY);
    }

    @Test
    void withoutRulesOnlyThePlausibleRangeIsTested() {
        assertThat(new Judged(AIR, SeriesRules.NONE, 1000).reasons(-80, 60, 60.5, -20))
                .containsExactly(Reason.NONE, Reason.NONE, Reason.GROSS_RANGE, Reason.NONE);
    }

    @Test
    void implausibleValueFailsEvenInsideTheUsersRange() {
        SeriesRules rules = SeriesRules.of(new UserRange(new Range(0, 200)));
        assertThat(new Judged(Quantity.RELATIVE_HUMIDITY, rules, 1000).flags(104))
                .containsExactly(4);
    }

    @Test
    void humidityAboveSaturationBecomesSaturation() {
        Judged humidity = new Judged(Quantity.RELATIVE_HUMIDITY, SeriesRules.NONE, 1000);
        Sample sample = humidity.judge(100.3);
        assertThat(sample.value()).isEqualTo(100);
        assertThat(sample.flag()).isEqualTo(QualityFlag.GOOD);
        assertThat(humidity.flags(103, 103.1)).containsExactly(1, 4);
    }

    @Test
    void worstOfAllTestsCountsAndKeepsItsReason() {
        SeriesRules rules =
                SeriesRules.of(new UserRange(new Range(-45, 45)), RateOfChange.of(new StepLimit(3, Judged.MINUTE)));
        // in both limits; a step; outside the user's range; outside the plausible one, which is a step as well
        assertThat(new Judged(AIR, rules, Judged.MINUTE).reasons(41, 44.5, 46, 61))
                .containsExactly(Reason.NONE, Reason.RATE_OF_CHANGE, Reason.RANGE, Reason.GROSS_RANGE);
    }

    @Test
    void flagsSpikeThatFailsThenRecovers() {
        assertThat(step(AIR, 3, Judged.MINUTE, Judged.MINUTE).flags(-4, -999, -4.1, -4.2))
                .containsExactly(1, 4, 1, 1);
    }

    @Test
    void riseAndFallHaveLimitsOfTheirOwn() {
        RateOfChange rule = new RateOfChange(
                Optional.of(new StepLimit(0.2, Judged.HOUR)), Optional.of(new StepLimit(0.1, Judged.HOUR)));
        assertThat(new Judged(Quantity.SNOW_HEIGHT, SeriesRules.of(rule), Judged.HOUR).flags(1, 1.15, 1.0, 1.25))
                .containsExactly(1, 1, 3, 3);
    }

    @Test
    void directionStepsTakeTheShortWayRound() {
        assertThat(step(Quantity.WIND_DIRECTION, 30, Judged.MINUTE, Judged.MINUTE)
                        .flags(350, 10, 340, 311, 131))
                .containsExactly(1, 1, 1, 1, 3);
    }

    @Test
    void readingOutOfOrderIsNoReferenceForTheNext() {
        Judged air = step(AIR, 3, Judged.MINUTE, Judged.MINUTE);
        air.startingAt(Judged.MINUTE).judge(0);
        air.startingAt(0).judge(-2.5);
        // 3.4 per minute away from the latest, but only 2.95 from the one that came last.
        assertThat(air.startingAt(2 * Judged.MINUTE).judge(3.4).flag()).isEqualTo(QualityFlag.SUSPECT);
    }

    @Test
    void missingSampleStaysAsItIs() {
        Sample missing = new Judged(AIR, SeriesRules.NONE, 1000).judge(MISSING);
        assertThat(missing.flag()).isEqualTo(QualityFlag.MISSING);
        assertThat(missing.reason()).isEqualTo(Reason.NO_VALUE);
        assertThat(missing.value()).isNaN();
    }

    @Test
    void doubtOfTheSourceStaysUnlessItIsWorse() {
        Judgement judgement = SeriesRules.NONE.judgement(AIR, OtherSeries.NONE);
        Sample doubted = new Sample().set(0, 20, QualityFlag.SUSPECT, Reason.SOURCE);
        judgement.judge(doubted);
        assertThat(doubted.reason()).isEqualTo(Reason.SOURCE);
        doubted.set(0, 85, QualityFlag.SUSPECT, Reason.SOURCE);
        judgement.judge(doubted);
        assertThat(doubted.flag()).isEqualTo(QualityFlag.FAIL);
        assertThat(doubted.reason()).isEqualTo(Reason.GROSS_RANGE);
    }

    @Test
    void aSeriesHasOneRuleOfAKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeriesRules.of(new UserRange(new Range(0, 1)), new UserRange(new Range(0, 2))))
                .withMessageContaining("one of a kind");
    }

    private static Judged step(Quantity quantity, double change, long perMillis, long everyMillis) {
        return new Judged(quantity, SeriesRules.of(RateOfChange.of(new StepLimit(change, perMillis))), everyMillis);
    }
}
