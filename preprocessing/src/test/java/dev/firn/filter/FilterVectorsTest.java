package dev.firn.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.filter.FilterSettings.Deadband;
import dev.firn.filter.FilterSettings.Debounce;
import dev.firn.filter.FilterSettings.Exponential;
import dev.firn.filter.FilterSettings.Hampel;
import dev.firn.filter.FilterSettings.Median;
import dev.firn.filter.FilterSettings.RateLimit;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors worked out by hand from the formulas. */
class FilterVectorsTest {

    private static final Quantity AIR = Quantity.AIR_TEMPERATURE;
    private static final Quantity WIND = Quantity.WIND_DIRECTION;

    @ParameterizedTest
    @CsvSource({
        "3, 1 2 9 3 4, 1.0 1.5 2.0 3.0 4.0",
        "5, 5 1 4 2 3 99 0, 5.0 3.0 4.0 3.0 3.0 3.0 3.0",
        "4, 1 2 3 4 10, 1.0 1.5 2.0 2.5 3.5",
        "3, 0 0 7 0 0, 0.0 0.0 0.0 0.0 0.0",
        "3, 0 0 7 7 7, 0.0 0.0 0.0 7.0 7.0",
    })
    void medianIsTheMiddleOfTheLastValues(int count, String values, String expected) {
        assertThat(Filtering.through(new Median(count).create(AIR), Filtering.numbers(values)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // 1 2 3 4 5: median 3, MAD 1, limit 4.4478
        "5, 3, 1 2 3 4 5, 1.0 2.0 3.0 4.0 5.0",
        // 1 2 3 4 99: median 3, distances 2 1 0 1 96, MAD 1: replaced
        "5, 3, 1 2 3 4 99, 1.0 2.0 3.0 4.0 3.0!",
        // 1 2 3 4 7.4: 4.4 is within 4.4478; 7.5 is not
        "5, 3, 1 2 3 4 7.4, 1.0 2.0 3.0 4.0 7.4",
        "5, 3, 1 2 3 4 7.5, 1.0 2.0 3.0 4.0 3.0!",
        // even: 1 2 4 50: median 3, distances 1 1 2 47, MAD 1.5
        "4, 3, 1 2 4 50, 1.0 2.0 4.0 3.0!",
        // a step is followed once it fills more than half of the window
        "3, 3, 1 2 1 50 51 52, 1.0 2.0 1.0 2.0! 51.0 52.0",
        // equal values: scatter 0.14 K, limit 0.42 K
        "5, 3, 0 0 0 0 0.4 0 0.5, 0.0 0.0 0.0 0.0 0.4 0.0 0.0!",
        "5, 3, 0 0 0 0 -999, 0.0 0.0 0.0 0.0 0.0!",
    })
    void hampelReplacesOnlyOutliers(int count, double k, String values, String expected) {
        assertThat(Filtering.through(new Hampel(count, k).create(AIR), Filtering.numbers(values)))
                .isEqualTo(expected);
    }

    @Test
    void hampelReplacesNothingOfAnUnknownQuantityWhileItStandsStill() {
        Filter filter = new Hampel(5, 3).create(Quantity.unknown("level", ""));
        assertThat(Filtering.through(filter, 0, 0, 0, 0, 999)).isEqualTo("0.0 0.0 0.0 0.0 999.0");
    }

    @Test
    void hampelLeavesTheReasonOfAnEarlierDoubt() {
        Filter filter = new Hampel(5, 3).create(AIR);
        Filtering.through(filter, 1, 2, 3, 4);
        Sample doubted = new Sample().set(5000, 99, QualityFlag.SUSPECT, Reason.SPIKE);
        filter.apply(doubted);
        assertThat(doubted.value()).isEqualTo(2.5 + 0.5);
        assertThat(doubted.reason()).isEqualTo(Reason.SPIKE);
    }

    // τ of 1442.695 s = 1000 s / ln 2: half-way after 1000 s, three quarters after 2000 s.
    @ParameterizedTest
    @CsvSource({
        "0 1000000 2000000 3000000, 8 0 0 0, 8.0 4.0 2.0 1.0",
        "0 2000000 3000000 3000000, 8 0 4 99, 8.0 2.0 3.0 3.0",
        "0 1000000 500000 2000000, 8 0 99 0, 8.0 4.0 4.0 2.0",
    })
    void exponentialMeanFollowsByTime(String times, String values, String expected) {
        Filter filter = new Exponential(1_442_695).create(AIR);
        assertThat(through(filter, times, values)).isEqualTo(expected);
    }

    @Test
    void exponentialMeanOfDirectionsGoesThroughNorth() {
        Filter filter = new Exponential(1000).create(WIND);
        // Between 350° and 10° with weights 1/e and 1 − 1/e: atan(tan 10° · (1 − 2/e)) = 2.668°.
        assertThat(Filtering.through(filter, 350, 10)).isEqualTo("350.0 2.668");
    }

    @Test
    void exponentialMeanOfFullTurnIsNorth() {
        assertThat(Filtering.through(new Exponential(1000).create(WIND), 360, 360))
                .isEqualTo("0.0 0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0 0.5 0.6 0.2 0.1 0.05, 0.0 HELD 0.6 HELD HELD 0.05",
        "0, 1 1 2 2 1, 1.0 HELD 2.0 HELD 1.0",
    })
    void deadbandHoldsBackWhatIsNoNews(double delta, String values, String expected) {
        assertThat(Filtering.through(new Deadband(delta, 60_000).create(AIR), Filtering.numbers(values)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // heartbeat after 10 s since the last that went on
        "0 9999 10000 15000 20000, 5 5 5 5 5, 5.0 HELD 5.0 HELD 5.0",
        // an older one is compared too, but the newer stays what others are compared with
        "0 5000 4000 6000 9000 15000, 5 9 5 9 9 9, 5.0 9.0 5.0 HELD HELD 9.0",
    })
    void deadbandGivesASignOfLife(String times, String values, String expected) {
        assertThat(through(new Deadband(1, 10_000).create(AIR), times, values)).isEqualTo(expected);
    }

    @Test
    void deadbandComparesDirectionsTheShortWayRound() {
        assertThat(Filtering.through(new Deadband(15, 60_000).create(WIND), 350, 5, 6, 352, 350))
                .isEqualTo("350.0 HELD 6.0 HELD 350.0");
    }

    @Test
    void deadbandLetsAnotherFlagThrough() {
        Filter filter = new Deadband(1, 60_000).create(AIR);
        Filtering.at(filter, 0, 5);
        assertThat(filter.apply(new Sample().set(1000, 5, QualityFlag.SUSPECT, Reason.RANGE)))
                .isTrue();
        assertThat(filter.apply(new Sample().set(2000, 5, QualityFlag.SUSPECT, Reason.RANGE)))
                .isFalse();
    }

    @Test
    void deadbandLetsTheFirstAfterAGapThrough() {
        Filter filter = new Deadband(1, 60_000).create(AIR);
        Filtering.at(filter, 0, 5);
        assertThat(filter.apply(new Sample().set(1000, Double.NaN, QualityFlag.MISSING, Reason.NO_VALUE)))
                .isTrue();
        assertThat(Filtering.at(filter, 2000, 5)).isEqualTo("5.0");
        assertThat(Filtering.at(filter, 3000, 5)).isEqualTo("HELD");
    }

    @ParameterizedTest
    @CsvSource({
        "0 1000 2000 3000, 0 0.5 2 0, 0.0 0.5 1.5! 0.5!",
        // what it may move grows with the pause
        "0 10000, 0 9, 0.0 9.0",
        "0 10000, 0 11, 0.0 10.0!",
        // at the same time nothing can have moved; an older one may be as far off as time allows and is not remembered
        "0 0 0, 3 4 2, 3.0 3.0! 3.0!",
        "5000 3000 6000, 0 -7 3, 0.0 -2.0! 1.0!",
    })
    void rateLimitLetsTheValueMoveNoFaster(String times, String values, String expected) {
        assertThat(through(new RateLimit(1, 1000).create(AIR), times, values)).isEqualTo(expected);
    }

    @Test
    void rateLimitTurnsTheShortWayRound() {
        assertThat(Filtering.through(new RateLimit(10, 1000).create(WIND), 355, 20, 20, 350))
                .isEqualTo("355.0 5.0! 15.0! 5.0!");
    }

    @ParameterizedTest
    @CsvSource({
        "0 1000 2000 3000 4000, 0 1 1 1 0, 0.0 0.0 0.0 1.0 1.0",
        // each bounce begins anew
        "0 1000 2000 3000 4000 5000, 0 1 0 1 1 1, 0.0 0.0 0.0 0.0 0.0 1.0",
        "0 1000 2000 3000 4000 5000, 0 1 2 2 2 2, 0.0 0.0 0.0 0.0 2.0 2.0",
        // nothing is concluded from an older one
        "0 1000 500 3000, 0 1 0 1, 0.0 0.0 0.0 1.0",
    })
    void debounceTakesAStateThatLasts(String times, String values, String expected) {
        assertThat(through(new Debounce(2000).create(Quantity.CONTACT), times, values))
                .isEqualTo(expected);
    }

    private static String through(Filter filter, String times, String values) {
        double[] time = Filtering.numbers(times);
        double[] value = Filtering.numbers(values);
        String[] results = new String[value.length];
        for (int i = 0; i < value.length; i++) {
            results[i] = Filtering.at(filter, (long) time[i], value[i]);
        }
        return String.join(" ", results);
    }
}
