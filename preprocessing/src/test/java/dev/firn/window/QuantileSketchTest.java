package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileSketchTest {

    // Expected: R 4.x, quantile(c(15, 20, 35, 40, 50), p, type = 7).
    @ParameterizedTest
    @CsvSource({"0, 15", "0.05, 16", "0.25, 20", "0.4, 29", "0.5, 35", "0.95, 48", "1, 50"})
    void interpolatesBetweenClosestRanks(double share, double expected) {
        assertThat(sketchOf(50, 15, 40, 20, 35).ranking().percentile(share)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void medianOfAnEvenNumberLiesHalfway() {
        assertThat(sketchOf(4, 1, 3, 2).ranking().percentile(0.5)).isEqualTo(2.5);
    }

    @Test
    void onlyValueIsEveryPercentile() {
        assertThat(sketchOf(-7).ranking().percentile(0.95)).isEqualTo(-7);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(sketchOf().ranking().percentile(0.5)).isNaN();
    }

    @Test
    void isExactUpToItsCapacity() {
        QuantileSketch sketch = shuffled(QuantileSketch.EXACT, new Random(17));
        assertThat(sketch.ranking().percentile(0.5)).isEqualTo((QuantileSketch.EXACT - 1) / 2.0);
        assertThat(sketch.ranking().percentile(1)).isEqualTo(QuantileSketch.EXACT - 1);
        assertThat(QuantileSketch.rankErrorBound(QuantileSketch.EXACT)).isZero();
    }

    // The figures of the class's own text.
    @ParameterizedTest
    @CsvSource({"4097, 0.0732", "86400, 0.2686", "2678400, 0.5127"})
    void boundGrowsWithTheNumberOfLevels(long count, double percent) {
        assertThat(100 * QuantileSketch.rankErrorBound(count)).isCloseTo(percent, within(0.0001));
    }

    // Values 0 to n - 1, so that a value is its own rank.
    @Property(tries = 40)
    void percentilesLieWithinTheStatedBound(@ForAll @IntRange(min = 4097, max = 60_000) int count, @ForAll long seed) {
        assertWithinBound(shuffled(count, new Random(seed)), count);
    }

    @Property(tries = 20)
    void percentilesOfValuesInOrderLieWithinTheStatedBound(
            @ForAll @IntRange(min = 4097, max = 60_000) int count, @ForAll boolean falling) {
        QuantileSketch sketch = new QuantileSketch();
        IntStream.range(0, count).forEach(place -> sketch.add(falling ? count - 1 - place : place));
        assertWithinBound(sketch, count);
    }

    @Test
    void periodicValuesLieWithinTheStatedBound() {
        QuantileSketch sketch = new QuantileSketch();
        int count = 1 << 18;
        IntStream.range(0, count).forEach(place -> sketch.add(place % 2 == 0 ? place / 2 : (count + place) / 2));
        assertWithinBound(sketch, count);
    }

    private static void assertWithinBound(QuantileSketch sketch, int count) {
        double allowed = QuantileSketch.rankErrorBound(count) * count + 1;
        Ranking ranking = sketch.ranking();
        for (double share : new double[] {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1}) {
            assertThat(ranking.percentile(share)).isCloseTo(share * (count - 1), within(allowed));
        }
    }

    @Property(tries = 30)
    void goesOnAfterARestartAsIfThereHadBeenNone(
            @ForAll @IntRange(max = 20_000) int before, @ForAll @IntRange(max = 20_000) int after, @ForAll long seed) {
        double[] values = new Random(seed).doubles(before + (long) after).toArray();
        QuantileSketch whole = sketchOf(values);
        QuantileSketch restored = restored(sketchOf(Arrays.copyOf(values, before)));
        Arrays.stream(values, before, values.length).forEach(restored::add);
        assertThat(saved(restored)).isEqualTo(saved(whole));
    }

    @Test
    void stateWithTooManyValuesIsRefused() {
        byte[] state = new StateWriter()
                .put(1L)
                .put(1L)
                .put(false)
                .put(new double[QuantileSketch.EXACT + 1], QuantileSketch.EXACT + 1)
                .toBytes();
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new QuantileSketch().restore(new StateReader(state)));
    }

    private static byte[] saved(QuantileSketch sketch) {
        StateWriter state = new StateWriter();
        sketch.save(state);
        return state.toBytes();
    }

    private static QuantileSketch restored(QuantileSketch sketch) {
        QuantileSketch restored = new QuantileSketch();
        StateReader state = new StateReader(saved(sketch));
        restored.restore(state);
        assertThat(state.isAtEnd()).isTrue();
        return restored;
    }

    private static QuantileSketch sketchOf(double... values) {
        QuantileSketch sketch = new QuantileSketch();
        for (double value : values) {
            sketch.add(value);
        }
        return sketch;
    }

    private static QuantileSketch shuffled(int count, Random random) {
        double[] numbers = IntStream.range(0, count).asDoubleStream().toArray();
        for (int place = count - 1; place > 0; place--) {
            int other = random.nextInt(place + 1);
            double swapped = numbers[place];
            numbers[place] = numbers[other];
            numbers[other] = swapped;
        }
        return sketchOf(numbers);
    }
}
