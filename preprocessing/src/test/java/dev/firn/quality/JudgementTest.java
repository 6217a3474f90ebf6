package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final long QUARTER_HOUR = 15 * 60_000;
    private static final double MISSING = Double.NaN;

    private static final SeriesId LEVEL = new SeriesId("buoy", Quantity.unknown("level", "m"));
    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final SeriesId WIND = new SeriesId("mast", Quantity.WIND_DIRECTION);

    // This and the next: values and flags of the rate of change test in ioos_qc's own tests (9c1853a, Apache-2.0).
    @Test
    void flagsTheStepVectorOfQartod() {
        assertThat(stepFlags(2, 10, 2.1, 3, 4, 5, 7, 10, 0, 2, 2.2, 2, 1, 2, 3, 90, 91, 92, 93, 1, 2, 3, 4, 5))
                .containsExactly(1, 3, 3, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 1, 1);
    }

    @Test
    void flagsTheStepVectorOfQartodWithMissingValues() {
        assertThat(stepFlags(2, 10, 2, 3, MISSING, MISSING, 7, 10)).containsExactly(1, 3, 3, 1, 9, 9, 1, 1);
    }

    @Test
    void firstReadingAfterAMissingOneIsGoodHoweverFarItLies() {
        assertThat(stepFlags(2, MISSING, 100, 101)).containsExactly(1, 9, 1, 1);
    }

    @Test
    void withoutRulesOnlyThePlausibleRangeIsTested() {
        Judgement judgement = new Judgement(AIR.quantity(), SeriesRules.NONE);
        assertThat(flags(judgement, AIR, 1000, -80, 60, 60.5, -20)).containsExactly(1, 1, 4, 1);
    }

    @Test
    void worstOfAllTestsCounts() {
        SeriesRules rules = new SeriesRules(Optional.of(new Range(-45, 45)), Optional.of(new StepLimit(3, 60_000)));
        Judgement judgement = new Judgement(AIR.quantity(), rules);
        // in both limits; a step; outside the user's range; outside the plausible one, which is a step as well
        assertThat(flags(judgement, AIR, 60_000, 41, 44.5, 46, 61)).containsExactly(1, 3, 3, 4);
    }

    @Test
    void flagsSpikeThatFailsThenRecovers() {
        Judgement judgement = new Judgement(AIR.quantity(), step(3, 60_000));
        assertThat(flags(judgement, AIR, 60_000, -4, -999, -4.1, -4.2)).containsExactly(1, 4, 1, 1);
    }

    @Test
    void directionStepsTakeTheShortWayRound() {
        Judgement judgement = new Judgement(WIND.quantity(), step(30, 60_000));
        assertThat(flags(judgement, WIND, 60_000, 350, 10, 340, 311, 131)).containsExactly(1, 1, 1, 1, 3);
    }

    @Test
    void readingOutOfOrderIsNoReferenceForTheNext() {
        Judgement judgement = new Judgement(AIR.quantity(), step(3, 60_000));
        judgement.judge(Reading.of(AIR, 60_000, 0));
        judgement.judge(Reading.of(AIR, 0, -2.5));
        // 3.4 per minute away from the latest, but only 2.95 from the one that came last.
        assertThat(judgement.judge(Reading.of(AIR, 120_000, 3.4)).flag()).isEqualTo(QualityFlag.SUSPECT);
    }

    @Test
    void missingReadingStaysAsItIs() {
        Reading missing = Reading.missing(AIR, 1000);
        assertThat(new Judgement(AIR.quantity(), SeriesRules.NONE).judge(missing))
                .isSameAs(missing);
    }

    @Test
    void doubtOfTheSourceStays() {
        Judgement judgement = new Judgement(AIR.quantity(), SeriesRules.NONE);
        Reading doubted = new Reading(AIR, 1000, 85, QualityFlag.SUSPECT);
        assertThat(judgement
                        .judge(new Reading(AIR, 1000, 20, QualityFlag.SUSPECT))
                        .flag())
                .isEqualTo(QualityFlag.SUSPECT);
        assertThat(judgement.judge(doubted).flag()).isEqualTo(QualityFlag.FAIL);
    }

    @Test
    void keepsSeriesTimeAndValue() {
        Judgement judgement = new Judgement(AIR.quantity(), SeriesRules.NONE);
        assertThat(judgement.judge(Reading.of(AIR, 1000, -4.5)))
                .isEqualTo(new Reading(AIR, 1000, -4.5, QualityFlag.GOOD));
    }

    private static List<Integer> stepFlags(double... values) {
        return flags(new Judgement(LEVEL.quantity(), step(5, QUARTER_HOUR)), LEVEL, QUARTER_HOUR, values);
    }

    private static SeriesRules step(double change, long perMillis) {
        return new SeriesRules(Optional.empty(), Optional.of(new StepLimit(change, perMillis)));
    }

    private static List<Integer> flags(Judgement judgement, SeriesId series, long everyMillis, double... values) {
        List<Integer> flags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            flags.add(judgement
                    .judge(reading(series, i * everyMillis, values[i]))
                    .flag()
                    .code());
        }
        return flags;
    }

    private static Reading reading(SeriesId series, long timeMillis, double value) {
        return Double.isNaN(value) ? Reading.missing(series, timeMillis) : Reading.of(series, timeMillis, value);
    }
}
