package dev.firn.preprocessor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleFormulasTest {

    @ParameterizedTest
    @CsvSource({"200, 2400, 1, 300", "200, 2400, 0.8, 375", "0, 2400, 0.8, 0", "1, 3600, 1, 1"})
    void waitIsQueueByServiceRate(double people, double capacity, double loadFactor, double seconds) {
        assertThat(QueueMath.waitingSeconds(people, capacity, loadFactor)).isEqualTo(seconds, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, LOW",
        "0.499, LOW",
        "0.5, MODERATE",
        "0.799, MODERATE",
        "0.8, HIGH",
        "0.999, HIGH",
        "1, OVERCROWDED",
        "50, OVERCROWDED"
    })
    void crowdingHasALevel(double crowding, CrowdingLevel level) {
        assertThat(CrowdingLevel.of(crowding)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "1.21, A", "1.2, B", "0.91, B", "0.9, C", "0.61, C", "0.6, D", "0.31, D", "0.3, E", "0.21, E", "0.2, F", "0, F"
    })
    void roomInAQueueHasALevel(double squareMetresEach, QueueService level) {
        assertThat(QueueService.of(squareMetresEach, 1)).isEqualTo(level);
        assertThat(QueueService.of(squareMetresEach * 64, 64)).isEqualTo(level);
    }

    @Test
    void emptyQueueHasRoom() {
        assertThat(QueueService.of(40, 0)).isEqualTo(QueueService.A);
    }

    @ParameterizedTest
    @CsvSource({
        "BEGINNER, 35, 75",
        "NOVICE, 30, 60",
        "LOW_INTERMEDIATE, 20, 40",
        "INTERMEDIATE, 15, 30",
        "ADVANCED, 10, 20",
        "EXPERT, 5, 10"
    })
    void difficultyLimitsDensity(Difficulty difficulty, double least, double most) {
        assertThat(difficulty.leastPerHectare()).isEqualTo(least);
        assertThat(difficulty.mostPerHectare()).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"INTERMEDIATE, 1, 4, 120", "EXPERT, 0.225, 10, 22.5", "EXPERT, 0.3, 10, 30", "BEGINNER, 1, 0.5, 37.5"})
    void limitIsSizeByDensityByGlades(Difficulty difficulty, double glades, double hectares, double people) {
        assertThat(area(OptionalDouble.of(hectares), difficulty, glades)
                        .peopleLimit()
                        .orElseThrow())
                .isEqualTo(people, within(1e-9));
    }

    @Test
    void areaWithoutSizeHasNoLimit() {
        assertThat(area(OptionalDouble.empty(), Difficulty.EXPERT, 1).peopleLimit())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // By chance 0.8 * sqrt(n), by the counters 0.04 * n / 2, unseen n * m / (1 - m).
        "0, 0, 0",
        "100, 0, 8.2462",
        "400, 0, 17.8885",
        "10000, 0, 215.4066",
        "100, 0.2, 26.3249",
        "100, 1, 1900.0179"
    })
    void uncertaintyGrowsWithPassagesAndGaps(double passages, double missing, double people) {
        assertThat(CountError.DEFAULT.of(passages, missing)).isEqualTo(people, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, STEADY",
        "0, 6, RISING",
        "6, 0, FALLING",
        "100, 111, STEADY",
        "100, 112, RISING",
        "112, 100, FALLING"
    })
    void trendHasADeadZone(double before, double now, Trend trend) {
        assertThat(Trend.of(before, now)).isEqualTo(trend);
    }

    @Test
    void trendComparesWithHalfAnHourAgo() {
        TrendWatch watch = new TrendWatch();
        assertThat(watch.next(0, 100)).isEqualTo(Trend.STEADY);
        assertThat(watch.next(600_000, 120)).isEqualTo(Trend.RISING);
        assertThat(watch.next(1_800_000, 120)).isEqualTo(Trend.RISING);
        assertThat(watch.next(2_400_000, 120)).isEqualTo(Trend.STEADY);
        watch.clear();
        assertThat(watch.next(3_000_000, 0)).isEqualTo(Trend.STEADY);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000, 950, 1.0026",
        "1, 1000, 1100, 0.9955",
        "1, 40, 20, 1",
        "1, 1000, 0, 1.005",
        "1, 0, 1000, 0.995",
        "1.1, 1000, 100, 1.1"
    })
    void calibrationIsLearntSlowlyWithinBounds(double before, double in, double out, double after) {
        assertThat(new Calibration(before).afterDay(in, out).ratio()).isEqualTo(after, within(1e-4));
    }

    @Test
    void lowerCounterIsTheOneThatIsRaised() {
        assertThat(new Calibration(1.05).peoplePerOut()).isEqualTo(1.05);
        assertThat(new Calibration(1.05).peoplePerIn()).isEqualTo(1);
        assertThat(new Calibration(0.95).peoplePerIn()).isEqualTo(1 / 0.95);
        assertThat(new Calibration(0.95).peoplePerOut()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration(1.2))
                .withMessageContaining("1.2");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-26T01:59:59Z, 2024-12-26T02:00:00Z, false",
        "2024-12-26T02:00:00Z, 2024-12-27T02:00:00Z, true",
        "2024-12-26T05:59:59Z, 2024-12-27T02:00:00Z, true",
        "2024-12-26T06:00:00Z, 2024-12-27T02:00:00Z, false",
        // The night in which 02:00 becomes 03:00, and the one in which 03:00 becomes 02:00.
        "2025-03-29T20:00:00Z, 2025-03-30T01:00:00Z, false",
        "2025-10-25T20:00:00Z, 2025-10-26T02:00:00Z, false"
    })
    void dayOfAnAreaFollowsItsOwnClock(Instant time, Instant nextReset, boolean closed) {
        AreaDay day = new AreaDay(ZoneId.of("Europe/Rome"), LocalTime.of(3, 0), LocalTime.of(7, 0));
        assertThat(Instant.ofEpochMilli(day.nextResetMillis(time.toEpochMilli())))
                .isEqualTo(nextReset);
        assertThat(day.isClosed(time.toEpochMilli())).isEqualTo(closed);
    }

    @ParameterizedTest
    @CsvSource({"16:59, false", "17:00, true", "23:59, true", "00:00, true", "06:59, true", "07:00, false"})
    void areaMayBecomeEmptyInTheEvening(String time, boolean closed) {
        AreaDay day = new AreaDay(ZoneId.of("UTC"), LocalTime.of(17, 0), LocalTime.of(7, 0));
        assertThat(day.isClosed(Instant.parse("2024-12-26T" + time + ":00Z").toEpochMilli()))
                .isEqualTo(closed);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> area(OptionalDouble.of(0), Difficulty.EXPERT, 1))
                .withMessageContaining("0.0 ha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> area(OptionalDouble.of(1), Difficulty.EXPERT, 0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountError(-1, 0))
                .withMessageContaining("-1");
    }

    private static AreaSettings area(OptionalDouble hectares, Difficulty difficulty, double glades) {
        return new AreaSettings(
                "north",
                "North",
                hectares,
                difficulty,
                glades,
                ZoneId.of("UTC"),
                LocalTime.of(3, 0),
                LocalTime.of(7, 0),
                List.of("gate-1/people-in"),
                List.of("gate-1/people-out"),
                CountError.DEFAULT,
                new Calibration(1));
    }
}
