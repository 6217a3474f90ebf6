package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileSampleTest {

    private static final double HIGH = 1_000_000;

    // Expected: R 4.x, quantile(c(15, 20, 35, 40, 50), p, type = 7).
    @ParameterizedTest
    @CsvSource({"0, 15", "0.05, 16", "0.25, 20", "0.4, 29", "0.5, 35", "0.95, 48", "1, 50"})
    void interpolatesBetweenClosestRanks(double share, double expected) {
        assertThat(sampleOf(50, 15, 40, 20, 35).ranking().percentile(share)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void medianOfAnEvenNumberLiesHalfway() {
        assertThat(sampleOf(4, 1, 3, 2).ranking().percentile(0.5)).isEqualTo(2.5);
    }

    @Test
    void onlyValueIsEveryPercentile() {
        assertThat(sampleOf(-7).ranking().percentile(0.95)).isEqualTo(-7);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(sampleOf().ranking().percentile(0.5)).isNaN();
    }

    @Test
    void askingDoesNotDisturbWhatFollows() {
        PercentileSample sample = halfHighHalfRising();
        assertThat(sample.ranking().percentile(1)).isEqualTo(HIGH);
        sample.add(PercentileSample.CAPACITY / 2.0);
        // Had asking put the values in order, the halving would leave some of the high ones.
        assertThat(sample.ranking().percentile(1)).isEqualTo(PercentileSample.CAPACITY / 2.0);
    }

    @Test
    void isExactUpToItsCapacity() {
        PercentileSample sample = shuffled(PercentileSample.CAPACITY);
        assertThat(sample.ranking().percentile(0.5)).isEqualTo((PercentileSample.CAPACITY - 1) / 2.0);
        assertThat(sample.ranking().percentile(1)).isEqualTo(PercentileSample.CAPACITY - 1);
    }

    @Test
    void keepsEverySecondValueOnceFull() {
        PercentileSample sample = halfHighHalfRising();
        sample.add(PercentileSample.CAPACITY / 2.0);
        sample.add(HIGH);
        assertThat(sample.ranking().percentile(1)).isEqualTo(PercentileSample.CAPACITY / 2.0);
        assertThat(sample.ranking().percentile(0.5)).isEqualTo(PercentileSample.CAPACITY / 4.0);
    }

    @Test
    void staysCloseHoweverManyValuesCome() {
        int count = 100 * PercentileSample.CAPACITY;
        PercentileSample sample = shuffled(count);
        assertThat(sample.ranking().percentile(0.5) / count).isCloseTo(0.50, within(0.03));
        assertThat(sample.ranking().percentile(0.95) / count).isCloseTo(0.95, within(0.03));
    }

    // A full sample: 0, 1, 2 … at even places, which a halving keeps, and high values at the odd ones between them.
    private static PercentileSample halfHighHalfRising() {
        PercentileSample sample = new PercentileSample();
        IntStream.range(0, PercentileSample.CAPACITY).forEach(place -> sample.add(place % 2 == 0 ? place / 2.0 : HIGH));
        return sample;
    }

    private static PercentileSample sampleOf(double... values) {
        PercentileSample sample = new PercentileSample();
        for (double value : values) {
            sample.add(value);
        }
        return sample;
    }

    // The numbers from 0 to count - 1, in an order that is the same in every run.
    private static PercentileSample shuffled(int count) {
        int[] numbers = IntStream.range(0, count).toArray();
        Random random = new Random(17);
        for (int place = count - 1; place > 0; place--) {
            int other = random.nextInt(place + 1);
            int swapped = numbers[place];
            numbers[place] = numbers[other];
            numbers[other] = swapped;
        }
        PercentileSample sample = new PercentileSample();
        IntStream.of(numbers).forEach(sample::add);
        return sample;
    }
}
