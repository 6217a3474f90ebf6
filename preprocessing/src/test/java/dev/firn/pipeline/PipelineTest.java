package dev.firn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.quality.Range;
import dev.firn.quality.RateOfChange;
import dev.firn.quality.SeriesRules;
import dev.firn.quality.StepLimit;
import dev.firn.quality.UserRange;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final long MINUTE = 60_000;
    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final SeriesId GATE = new SeriesId("gate-1", Quantity.PEOPLE_COUNT);
    private static final SeriesId WIND = new SeriesId("mast", Quantity.WIND_DIRECTION);

    private final List<Summary> closed = new ArrayList<>();
    private final Pipeline pipeline = new Pipeline(PipelineSettings.inWindowsOf(MINUTE));

    @Test
    void readingBeyondTheWindowClosesIt() {
        accept(AIR, 0, 1);
        accept(AIR, 59_999, 3);
        assertThat(closed).isEmpty();
        accept(AIR, 60_000, 50);
        assertThat(closed).singleElement().satisfies(summary -> {
            assertThat(summary.series()).isEqualTo(AIR);
            assertThat(summary.fromMillis()).isZero();
            assertThat(summary.toMillis()).isEqualTo(60_000);
            assertThat(summary.count()).isEqualTo(2);
            assertThat(summary.mean()).isEqualTo(2);
        });
    }

    @Test
    void readingThatClosesAWindowIsInTheNext() {
        accept(AIR, 0, 1);
        accept(AIR, 60_000, 50);
        pipeline.closeAll(closed::add);
        assertThat(closed.getLast().fromMillis()).isEqualTo(60_000);
        assertThat(closed.getLast().mean()).isEqualTo(50);
    }

    @Test
    void windowThatIsKnownToBeClosedIsClosedAndWhatComesForItIsLate() {
        accept(AIR, 0, 1);
        accept(GATE, 0, 1);
        pipeline.alreadyClosed(AIR.toString(), 0, MINUTE, closed::add);
        assertThat(closed).extracting(Summary::series).containsExactly(AIR);
        assertThat(pipeline.accept(Reading.of(AIR, 1000, 2), closed::add)).isEqualTo(Acceptance.LATE);
        assertThat(pipeline.accept(Reading.of(GATE, 1000, 2), closed::add)).isEqualTo(Acceptance.TAKEN);
        pipeline.alreadyClosed(GATE.toString(), 0, 10 * MINUTE, closed::add);
        assertThat(closed).as("windows of another length stay").hasSize(1);
    }

    @Test
    void gapLeavesNoEmptyWindows() {
        accept(AIR, 30_000, 1);
        accept(AIR, 10 * MINUTE + 30_000, 2);
        pipeline.closeAll(closed::add);
        assertThat(closed.stream().map(Summary::fromMillis)).containsExactly(0L, 10 * MINUTE);
    }

    @Test
    void windowsBeforeTheEpochAreAlignedToo() {
        accept(AIR, -1, 1);
        accept(AIR, 0, 2);
        assertThat(closed).singleElement().satisfies(summary -> {
            assertThat(summary.fromMillis()).isEqualTo(-60_000);
            assertThat(summary.toMillis()).isZero();
        });
    }

    @Test
    void seriesHaveWindowsOfTheirOwn() {
        accept(AIR, 30_000, 1);
        accept(GATE, 90_000, 2);
        assertThat(closed).isEmpty();
        assertThat(accept(AIR, 31_000, 3)).isEqualTo(Acceptance.TAKEN);
    }

    @Test
    void readingOfAClosedWindowIsLate() {
        accept(AIR, 30_000, 1);
        accept(AIR, 60_000, 2);
        assertThat(accept(AIR, 59_999, 99)).isEqualTo(Acceptance.LATE);
        pipeline.closeAll(closed::add);
        assertThat(closed.stream().map(Summary::count)).containsExactly(1L, 1L);
        assertThat(pipeline.lateReadings()).isEqualTo(1);
        assertThat(pipeline.readings()).isEqualTo(2);
    }

    @Test
    void readingOfAWindowThatTimeHasClosedIsLate() {
        accept(AIR, 30_000, 1);
        pipeline.advanceTo(60_000, closed::add);
        assertThat(accept(AIR, 59_999, 2)).isEqualTo(Acceptance.LATE);
        assertThat(accept(AIR, 60_000, 2)).isEqualTo(Acceptance.TAKEN);
    }

    @Test
    void readingOfAWindowThatTheSeriesHasSkippedIsLate() {
        accept(AIR, 30_000, 1);
        accept(AIR, 10 * MINUTE, 2);
        assertThat(accept(AIR, 5 * MINUTE, 3)).isEqualTo(Acceptance.LATE);
    }

    @Test
    void outOfOrderReadingInsideTheOpenWindowIsTaken() {
        accept(AIR, 30_000, 1);
        assertThat(accept(AIR, 10_000, 3)).isEqualTo(Acceptance.TAKEN);
        pipeline.closeAll(closed::add);
        assertThat(closed.getFirst().count()).isEqualTo(2);
        assertThat(closed.getFirst().last()).isEqualTo(1);
    }

    @Test
    void slowSeriesIsNotLateJustBecauseTimeHasPassed() {
        pipeline.advanceTo(10 * MINUTE, closed::add);
        assertThat(accept(AIR, 30_000, 1)).isEqualTo(Acceptance.TAKEN);
        pipeline.advanceTo(10 * MINUTE, closed::add);
        assertThat(closed).singleElement().extracting(Summary::fromMillis).isEqualTo(0L);
    }

    @Test
    void timeClosesWindowsThatAreOver() {
        accept(AIR, 30_000, 1);
        accept(GATE, 90_000, 2);
        pipeline.advanceTo(59_999, closed::add);
        assertThat(closed).isEmpty();
        pipeline.advanceTo(60_000, closed::add);
        assertThat(closed.stream().map(Summary::series)).containsExactly(AIR);
        pipeline.advanceTo(60_000, closed::add);
        assertThat(closed).hasSize(1);
        pipeline.advanceTo(120_000, closed::add);
        assertThat(closed.stream().map(Summary::series)).containsExactly(AIR, GATE);
    }

    @Test
    void windowsThatEndTogetherCloseInTheOrderOfTheirSeries() {
        accept(WIND, 90_000, 1);
        accept(GATE, 30_000, 1);
        accept(AIR, 30_000, 1);
        accept(GATE, 61_000, 1);
        closed.clear();
        pipeline.advanceTo(120_000, closed::add);
        assertThat(closed.stream().map(Summary::series)).containsExactly(AIR, WIND, GATE);
    }

    @Test
    void closingAllKeepsTheSameOrder() {
        accept(WIND, 90_000, 1);
        accept(GATE, 30_000, 1);
        accept(AIR, 30_000, 1);
        pipeline.closeAll(closed::add);
        assertThat(closed.stream().map(Summary::series)).containsExactly(GATE, AIR, WIND);
        pipeline.closeAll(closed::add);
        assertThat(closed).hasSize(3);
    }

    @Test
    void nextDeadlineIsTheEarliestEndOfAnOpenWindow() {
        assertThat(pipeline.nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
        accept(GATE, 90_000, 1);
        assertThat(pipeline.nextDeadlineMillis()).isEqualTo(120_000);
        accept(AIR, 30_000, 1);
        assertThat(pipeline.nextDeadlineMillis()).isEqualTo(60_000);
        accept(AIR, 130_000, 1);
        assertThat(pipeline.nextDeadlineMillis()).isEqualTo(120_000);
        pipeline.advanceTo(120_000, closed::add);
        assertThat(pipeline.nextDeadlineMillis()).isEqualTo(180_000);
        pipeline.closeAll(closed::add);
        assertThat(pipeline.nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void missingReadingOpensAWindowAndCounts() {
        pipeline.accept(Reading.missing(AIR, 1000), closed::add);
        pipeline.closeAll(closed::add);
        assertThat(closed).singleElement().satisfies(summary -> {
            assertThat(summary.missing()).isEqualTo(1);
            assertThat(summary.flag()).isEqualTo(QualityFlag.MISSING);
        });
        assertThat(pipeline.readings()).isEqualTo(1);
    }

    @Test
    void judgesBeforeItSumsUp() {
        accept(AIR, 0, -4);
        accept(AIR, 1000, -999);
        pipeline.closeAll(closed::add);
        assertThat(closed).singleElement().satisfies(summary -> {
            assertThat(summary.flag()).isEqualTo(QualityFlag.FAIL);
            assertThat(summary.good()).isEqualTo(1);
            assertThat(summary.min()).isEqualTo(-4);
        });
    }

    @Test
    void rulesApplyToTheSeriesTheyName() {
        SeriesRules rules = SeriesRules.of(new UserRange(new Range(-45, 45)));
        Pipeline ruled = new Pipeline(PipelineSettings.inWindowsOf(MINUTE)
                .with(Map.of("air/air-temperature", SeriesSettings.judgedBy(rules))));
        ruled.accept(Reading.of(AIR, 0, 50), closed::add);
        ruled.accept(Reading.of(GATE, 0, 50), closed::add);
        ruled.closeAll(closed::add);
        assertThat(closed.stream().map(Summary::flag)).containsExactly(QualityFlag.SUSPECT, QualityFlag.GOOD);
    }

    @Test
    void withoutJudgingReadingsKeepTheirFlag() {
        Pipeline trusting = new Pipeline(PipelineSettings.inWindowsOf(MINUTE).with(PipelineSettings.Judging.OFF));
        trusting.accept(Reading.of(AIR, 0, -999), closed::add);
        trusting.closeAll(closed::add);
        assertThat(closed).singleElement().satisfies(summary -> {
            assertThat(summary.flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
            assertThat(summary.good()).isEqualTo(1);
            assertThat(summary.mean()).isEqualTo(-999);
        });
    }

    @Test
    void lateReadingDoesNotDisturbTheJudgementOfTheNext() {
        SeriesRules rules = SeriesRules.of(RateOfChange.of(new StepLimit(3, MINUTE)));
        Pipeline ruled = new Pipeline(PipelineSettings.inWindowsOf(MINUTE)
                .with(Map.of("air/air-temperature", SeriesSettings.judgedBy(rules))));
        ruled.accept(Reading.of(AIR, 60_000, 1), closed::add);
        ruled.accept(Reading.missing(AIR, 0), closed::add);
        ruled.accept(Reading.of(AIR, 61_000, 40), closed::add);
        ruled.closeAll(closed::add);
        // Had the late one counted, the step to 40 would be a first reading.
        assertThat(closed).singleElement().extracting(Summary::flag).isEqualTo(QualityFlag.SUSPECT);
    }

    private Acceptance accept(SeriesId series, long timeMillis, double value) {
        return pipeline.accept(Reading.of(series, timeMillis, value), closed::add);
    }
}
