package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileSampleTest {

    // Expected: R 4.x, quantile(c(15, 20, 35, 40, 50), p, type = 7).
    @ParameterizedTest
    @CsvSource({"0, 15", "0.05, 16", "0.25, 20", "0.4, 29", "0.5, 35", "0.95, 48", "1, 50"})
    void interpolatesBetweenClosestRanks(double share, double expected) {
        assertThat(sampleOf(50, 15, 40, 20, 35).percentile(share)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void medianOfAnEvenNumberLiesHalfway() {
        assertThat(sampleOf(4, 1, 3, 2).percentile(0.5)).isEqualTo(2.5);
    }

    @Test
    void onlyValueIsEveryPercentile() {
        assertThat(sampleOf(-7).percentile(0.95)).isEqualTo(-7);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(sampleOf().percentile(0.5)).isNaN();
    }

    @Test
    void askingDoesNotDisturbWhatFollows() {
        PercentileSample sample = sampleOf(3, 1);
        assertThat(sample.percentile(0.5)).isEqualTo(2);
        sample.add(8);
        assertThat(sample.percentile(0.5)).isEqualTo(3);
    }

    @Test
    void isExactUpToItsCapacity() {
        PercentileSample sample = shuffled(PercentileSample.CAPACITY);
        assertThat(sample.percentile(0.5)).isEqualTo((PercentileSample.CAPACITY - 1) / 2.0);
        assertThat(sample.percentile(1)).isEqualTo(PercentileSample.CAPACITY - 1);
    }

    @Test
    void keepsEverySecondValueOnceFull() {
        PercentileSample sample = new PercentileSample();
        // Odd places hold 1000, even places 0, 1, 2 … : after the halving only the even ones are left, among them the
        // value that came when the sample was full.
        IntStream.range(0, PercentileSample.CAPACITY + 2)
                .forEach(place -> sample.add(place % 2 == 0 ? place / 2 : 1_000_000));
        assertThat(sample.percentile(1)).isEqualTo(PercentileSample.CAPACITY / 2.0);
        assertThat(sample.percentile(0.5)).isEqualTo(PercentileSample.CAPACITY / 4.0);
    }

    @Test
    void staysCloseHoweverManyValuesCome() {
        int count = 100 * PercentileSample.CAPACITY;
        PercentileSample sample = shuffled(count);
        assertThat(sample.percentile(0.5) / count).isCloseTo(0.50, within(0.03));
        assertThat(sample.percentile(0.95) / count).isCloseTo(0.95, within(0.03));
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
