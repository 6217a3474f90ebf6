package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The running figures against those of the textbook, which looks at all values twice. */
class WindowAccumulatorAgainstTwoPassTest {

    private static final SeriesId RAIN = new SeriesId("gauge", Quantity.PRECIPITATION);
    private static final SeriesId WIND = new SeriesId("mast", Quantity.WIND_DIRECTION);
    private static final QualityFlag[] FLAGS = QualityFlag.values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void levelsAgree(long seed) {
        Random random = new Random(seed);
        double offset = random.nextDouble(-1e5, 1e5);
        List<Reading> readings = readings(RAIN, random, () -> offset + random.nextGaussian());
        Summary summary = summaryOf(RAIN, readings);
        double[] values = usable(readings);

        assertCountsAgree(summary, readings);
        assertThat(summary.mean()).isCloseTo(mean(values), within(1e-9));
        assertThat(summary.stddev()).isCloseTo(deviation(values), within(1e-9));
        assertThat(summary.sum()).isCloseTo(mean(values) * values.length, within(1e-6));
        assertThat(summary.min()).isEqualTo(sorted(values)[0]);
        assertThat(summary.max()).isEqualTo(sorted(values)[values.length - 1]);
        assertThat(summary.p50()).isCloseTo(percentile(sorted(values), 50), within(1e-9));
        assertThat(summary.p95()).isCloseTo(percentile(sorted(values), 95), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void directionsAgree(long seed) {
        Random random = new Random(seed);
        double prevailing = random.nextDouble(360);
        List<Reading> readings =
                readings(WIND, random, () -> Math.floorMod(Math.round(prevailing + 40 * random.nextGaussian()), 360));
        Summary summary = summaryOf(WIND, readings);
        double[] values = usable(readings);

        double east = mean(values, degrees -> Math.sin(Math.toRadians(degrees)));
        double north = mean(values, degrees -> Math.cos(Math.toRadians(degrees)));
        double resultant = Math.sqrt(east * east + north * north);
        assertCountsAgree(summary, readings);
        assertThat(summary.mean()).isCloseTo((Math.toDegrees(Math.atan2(east, north)) + 360) % 360, within(1e-9));
        assertThat(summary.stddev()).isCloseTo(Math.toDegrees(Math.sqrt(-2 * Math.log(resultant))), within(1e-9));
    }

    private static void assertCountsAgree(Summary summary, List<Reading> readings) {
        assertThat(summary.count()).isEqualTo(readings.size());
        assertThat(summary.good()).isEqualTo(count(readings, QualityFlag.GOOD, QualityFlag.NOT_EVALUATED));
        assertThat(summary.missing()).isEqualTo(count(readings, QualityFlag.MISSING));
        assertThat(summary.last()).isEqualTo(last(readings));
    }

    private interface ValueSupply {
        double next();
    }

    private static List<Reading> readings(SeriesId series, Random random, ValueSupply supply) {
        List<Reading> readings = new ArrayList<>();
        // At least two that count.
        readings.add(Reading.of(series, random.nextLong(60_000), supply.next()));
        readings.add(Reading.of(series, random.nextLong(60_000), supply.next()));
        int more = random.nextInt(3000);
        for (int i = 0; i < more; i++) {
            QualityFlag flag = FLAGS[random.nextInt(FLAGS.length)];
            double value = flag == QualityFlag.MISSING ? Double.NaN : supply.next();
            readings.add(new Reading(series, random.nextLong(60_000), value, flag));
        }
        return readings;
    }

    private static Summary summaryOf(SeriesId series, List<Reading> readings) {
        WindowAccumulator window = new WindowAccumulator(series, new Window(0, 60_000));
        readings.forEach(reading -> window.add(new Sample().set(reading)));
        return window.summary();
    }

    private static boolean isUsed(Reading reading) {
        return reading.flag().code() != 4 && reading.flag().code() != 9;
    }

    private static double[] usable(List<Reading> readings) {
        return readings.stream()
                .filter(WindowAccumulatorAgainstTwoPassTest::isUsed)
                .mapToDouble(Reading::value)
                .toArray();
    }

    private static long count(List<Reading> readings, QualityFlag... flags) {
        List<QualityFlag> wanted = List.of(flags);
        return readings.stream()
                .filter(reading -> wanted.contains(reading.flag()))
                .count();
    }

    private static double last(List<Reading> readings) {
        List<Reading> byTime = readings.stream()
                .filter(WindowAccumulatorAgainstTwoPassTest::isUsed)
                .sorted(Comparator.comparingLong(Reading::timeMillis))
                .toList();
        return byTime.getLast().value();
    }

    private static double mean(double[] values) {
        return mean(values, value -> value);
    }

    private static double mean(double[] values, ToDoubleFunction<Double> of) {
        double sum = 0;
        for (double value : values) {
            sum += of.applyAsDouble(value);
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    // Ranks counted from 1, as in the definition.
    private static double percentile(double[] sorted, double percent) {
        double rank = 1 + (sorted.length - 1) * percent / 100;
        double below = sorted[(int) Math.floor(rank) - 1];
        double above = sorted[(int) Math.ceil(rank) - 1];
        return below + (rank - Math.floor(rank)) * (above - below);
    }
}
