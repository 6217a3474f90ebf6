package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowAccumulatorTest {

    private static final Window WINDOW = new Window(0, 60_000);
    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final SeriesId WIND = new SeriesId("mast", Quantity.WIND_DIRECTION);
    private static final SeriesId GATE = new SeriesId("gate-1", Quantity.PEOPLE_COUNT);

    @Test
    void sumsUpALevel() {
        Summary summary = summaryOf(AIR, 2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(summary.series()).isEqualTo(AIR);
        assertThat(summary.fromMillis()).isZero();
        assertThat(summary.toMillis()).isEqualTo(60_000);
        assertThat(summary.count()).isEqualTo(8);
        assertThat(summary.good()).isEqualTo(8);
        assertThat(summary.missing()).isZero();
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.min()).isEqualTo(2);
        assertThat(summary.max()).isEqualTo(9);
        assertThat(summary.stddev()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
        assertThat(summary.p50()).isEqualTo(4.5);
        assertThat(summary.p95()).isCloseTo(8.3, within(1e-12));
        assertThat(summary.last()).isEqualTo(9);
        assertThat(summary.sum()).isNaN();
        assertThat(summary.flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
    }

    @Test
    void oneValueHasNoDeviation() {
        Summary summary = summaryOf(AIR, -3);
        assertThat(summary.mean()).isEqualTo(-3);
        assertThat(summary.stddev()).isNaN();
        assertThat(summary.p95()).isEqualTo(-3);
    }

    @Test
    void equalValuesDeviateByZero() {
        assertThat(summaryOf(AIR, 0.1, 0.1, 0.1).stddev()).isZero();
    }

    @Test
    void smallSpreadBesideALargeMeanIsNotLost() {
        Summary summary = summaryOf(new SeriesId("air", Quantity.AIR_PRESSURE), 74_300.001, 74_300.002, 74_300.003);
        assertThat(summary.stddev()).isCloseTo(0.001, within(1e-9));
    }

    @Test
    void amountIsAddedUpToo() {
        Summary summary = summaryOf(GATE, 3, 0, 4);
        assertThat(summary.sum()).isEqualTo(7);
        assertThat(summary.max()).isEqualTo(4);
    }

    @Test
    void failedAndMissingReadingsAreOnlyCounted() {
        WindowAccumulator window = new WindowAccumulator(AIR, WINDOW);
        window.add(new Sample().set(new Reading(AIR, 1000, 10, QualityFlag.GOOD)));
        window.add(new Sample().set(new Reading(AIR, 2000, 20, QualityFlag.SUSPECT)));
        window.add(new Sample().set(new Reading(AIR, 3000, 999, QualityFlag.FAIL)));
        window.add(new Sample().set(Reading.missing(AIR, 4000)));
        Summary summary = window.summary();
        assertThat(summary.count()).isEqualTo(4);
        assertThat(summary.good()).isEqualTo(1);
        assertThat(summary.missing()).isEqualTo(1);
        assertThat(summary.mean()).isEqualTo(15);
        assertThat(summary.max()).isEqualTo(20);
        assertThat(summary.p95()).isCloseTo(19.5, within(1e-12));
        assertThat(summary.last()).isEqualTo(20);
        assertThat(summary.flag()).isEqualTo(QualityFlag.FAIL);
    }

    @Test
    void windowWithoutAUsableValueHasNoFigures() {
        WindowAccumulator window = new WindowAccumulator(GATE, WINDOW);
        window.add(new Sample().set(Reading.missing(GATE, 1000)));
        Summary summary = window.summary();
        assertThat(summary)
                .isEqualTo(new Summary(
                        GATE,
                        0,
                        60_000,
                        1,
                        0,
                        1,
                        0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        QualityFlag.MISSING,
                        Map.of(Reason.NO_VALUE, 1L)));
    }

    @Test
    void worstFlagIsTheWindows() {
        WindowAccumulator window = new WindowAccumulator(AIR, WINDOW);
        assertThat(window.summary().flag()).isEqualTo(QualityFlag.MISSING);
        window.add(new Sample().set(Reading.of(AIR, 1000, 1)));
        assertThat(window.summary().flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
        window.add(new Sample().set(new Reading(AIR, 2000, 1, QualityFlag.SUSPECT)));
        window.add(new Sample().set(new Reading(AIR, 3000, 1, QualityFlag.GOOD)));
        assertThat(window.summary().flag()).isEqualTo(QualityFlag.SUSPECT);
    }

    @Test
    void lastIsTheLatestNotTheLastToCome() {
        WindowAccumulator window = new WindowAccumulator(AIR, WINDOW);
        window.add(new Sample().set(Reading.of(AIR, 2000, 2)));
        window.add(new Sample().set(Reading.of(AIR, 1000, 1)));
        assertThat(window.summary().last()).isEqualTo(2);
    }

    @Test
    void ofTwoAtTheSameTimeTheLaterArrivalIsLast() {
        WindowAccumulator window = new WindowAccumulator(AIR, WINDOW);
        window.add(new Sample().set(Reading.of(AIR, 2000, 2)));
        window.add(new Sample().set(Reading.of(AIR, 2000, 3)));
        assertThat(window.summary().last()).isEqualTo(3);
    }

    @Test
    void figureBeyondADoubleIsNaN() {
        Summary summary = summaryOf(new SeriesId("x", Quantity.unknown("x", "")), 1e300, -1e300);
        assertThat(summary.stddev()).isNaN();
        assertThat(summary.mean()).isZero();
    }

    @ParameterizedTest(name = "mean of {0}° and {1}° is {2}°")
    @CsvSource({
        "350, 10,  0",
        "10,  350, 0",
        "355, 5,   0",
        "359, 1,   0",
        "0,   360, 0",
        "340, 350, 345",
        "80,  100, 90",
        "170, 190, 180",
        "260, 280, 270",
        "350, 20,  5",
    })
    void meanDirectionGoesTheShortWayRound(double first, double second, double expected) {
        double mean = summaryOf(WIND, first, second).mean();
        assertThat(mean).isGreaterThanOrEqualTo(0).isLessThan(360);
        assertThat(turn(mean, expected)).isLessThan(1e-9);
    }

    @Test
    void meanDirectionThatRoundsUpToAFullCircleIsZero() {
        // −1e−15° and 360° together round to 360°.
        assertThat(summaryOf(WIND, -1e-15).mean()).isEqualTo(0.0);
    }

    @Test
    void directionHasNoExtremesNoPercentilesAndNoSum() {
        Summary summary = summaryOf(WIND, 350, 10);
        assertThat(new double[] {summary.min(), summary.max(), summary.p50(), summary.p95(), summary.sum()})
                .containsOnly(Double.NaN);
        assertThat(summary.last()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0, 180", "90, 270", "10, 190", "33.3, 213.3"})
    void directionsThatCancelOutHaveNoMean(double first, double second) {
        Summary summary = summaryOf(WIND, first, second);
        assertThat(summary.mean()).isNaN();
        assertThat(summary.stddev()).isNaN();
        assertThat(summary.count()).isEqualTo(2);
        assertThat(summary.last()).isEqualTo(second);
    }

    // R = cos 10° here, so √(−2 ln cos 10°) = 0.17497 rad.
    @Test
    void deviationOfDirectionsIsTheCircularOne() {
        assertThat(summaryOf(WIND, 350, 10).stddev())
                .isCloseTo(Math.toDegrees(Math.sqrt(-2 * Math.log(Math.cos(Math.toRadians(10))))), within(1e-9))
                .isCloseTo(10.03, within(0.01));
    }

    @Test
    void equalDirectionsDeviateByZero() {
        // Sums of these are by rounding longer than their number.
        for (double degrees = 0; degrees < 360; degrees++) {
            assertThat(summaryOf(WIND, degrees, degrees, degrees).stddev()).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void oneDirectionHasNoDeviation() {
        Summary summary = summaryOf(WIND, 287);
        assertThat(summary.mean()).isCloseTo(287, within(1e-9));
        assertThat(summary.stddev()).isNaN();
    }

    private static Summary summaryOf(SeriesId series, double... values) {
        WindowAccumulator window = new WindowAccumulator(series, WINDOW);
        for (int i = 0; i < values.length; i++) {
            window.add(new Sample().set(Reading.of(series, i * 1000L, values[i])));
        }
        return window.summary();
    }

    private static double turn(double degrees, double other) {
        double difference = Math.abs(degrees - other);
        return Math.min(difference, 360 - difference);
    }
}
