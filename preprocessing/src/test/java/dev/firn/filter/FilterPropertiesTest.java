package dev.firn.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.filter.FilterSettings.Deadband;
import dev.firn.filter.FilterSettings.Debounce;
import dev.firn.filter.FilterSettings.Exponential;
import dev.firn.filter.FilterSettings.Hampel;
import dev.firn.filter.FilterSettings.Median;
import dev.firn.filter.FilterSettings.RateLimit;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FilterPropertiesTest {

    private static final SeriesId LEVEL = new SeriesId("x", Quantity.unknown("level", ""));
    private static final SeriesId DIRECTION = new SeriesId("x", Quantity.WIND_DIRECTION);

    /** Filters that take every quantity but amounts, then those that want a level. */
    private static final List<FilterSettings> FOR_DIRECTIONS =
            List.of(new Exponential(1000), new Deadband(2, 5000), new RateLimit(3, 1000));

    private static final List<FilterSettings> FOR_LEVELS = List.of(
            new Exponential(1000),
            new Deadband(2, 5000),
            new RateLimit(3, 1000),
            new Median(3),
            new Median(4),
            new Hampel(7, 3),
            new Hampel(4, 0.5),
            new Debounce(1500));

    @Provide
    Arbitrary<FilterSettings> levelFilters() {
        return Arbitraries.of(FOR_LEVELS);
    }

    @Provide
    Arbitrary<FilterSettings> directionFilters() {
        return Arbitraries.of(FOR_DIRECTIONS);
    }

    @Provide
    Arbitrary<List<FilterSettings>> chains() {
        return levelFilters().list().ofMaxSize(4).withoutEdgeCases();
    }

    /** Mostly few different values in rising time; now and then the greatest there are, older times, doubts and gaps. */
    @Provide
    Arbitrary<List<Reading>> levels() {
        Arbitrary<Double> values = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.doubles().between(-8, 8).ofScale(0)), Tuple.of(2, Arbitraries.doubles()));
        return readings(LEVEL, values);
    }

    @Provide
    Arbitrary<List<Reading>> directions() {
        return readings(DIRECTION, Arbitraries.doubles().between(0, 360));
    }

    private static Arbitrary<List<Reading>> readings(SeriesId series, Arbitrary<Double> values) {
        Arbitrary<Long> times = Arbitraries.longs().between(0, 30).map(seconds -> seconds * 500);
        Arbitrary<QualityFlag> flags = Arbitraries.frequency(
                Tuple.of(8, QualityFlag.GOOD),
                Tuple.of(1, QualityFlag.SUSPECT),
                Tuple.of(1, QualityFlag.FAIL),
                Tuple.of(1, QualityFlag.MISSING));
        return Combinators.combine(times, values, flags)
                .as((time, value, flag) ->
                        new Reading(series, time, flag == QualityFlag.MISSING ? Double.NaN : value, flag))
                .list()
                .ofMaxSize(40)
                .withoutEdgeCases();
    }

    @Property
    void staysWithinTheRangeOfWhatCame(
            @ForAll("levelFilters") FilterSettings settings, @ForAll("levels") List<Reading> in) {
        Filter filter = settings.create(LEVEL.quantity());
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Reading reading : in) {
            Sample sample = new Sample().set(reading);
            filter.apply(sample);
            if (reading.flag().isUsable()) {
                least = Math.min(least, reading.value());
                greatest = Math.max(greatest, reading.value());
                assertThat(sample.value()).isBetween(least, greatest);
            }
        }
    }

    @Property
    void directionsStayDirections(
            @ForAll("directionFilters") FilterSettings settings, @ForAll("directions") List<Reading> in) {
        Filter filter = settings.create(DIRECTION.quantity());
        for (Reading reading : in) {
            Sample sample = new Sample().set(reading);
            filter.apply(sample);
            if (reading.flag().isUsable()) {
                assertThat(sample.value()).isBetween(0.0, 360.0);
            }
        }
    }

    @Property
    void goesOnFromASavedStateAsIfThereHadBeenNoBreak(
            @ForAll("chains") List<FilterSettings> settings,
            @ForAll("levels") List<Reading> in,
            @ForAll @IntRange(max = 40) int breakAfter) {
        assertSameAfterBreak(settings, LEVEL.quantity(), in, breakAfter);
    }

    @Property
    void goesOnWithDirectionsToo(
            @ForAll("directionFilters") FilterSettings settings,
            @ForAll("directions") List<Reading> in,
            @ForAll @IntRange(max = 40) int breakAfter) {
        assertSameAfterBreak(List.of(settings), DIRECTION.quantity(), in, breakAfter);
    }

    private static void assertSameAfterBreak(
            List<FilterSettings> settings, Quantity quantity, List<Reading> in, int breakAfter) {
        int place = Math.min(breakAfter, in.size());
        Filter whole = FilterChain.of(settings, quantity);
        List<String> expected = outputs(whole, in);
        Filter first = FilterChain.of(settings, quantity);
        List<String> outputs = new ArrayList<>(outputs(first, in.subList(0, place)));
        Filter second = FilterChain.of(settings, quantity);
        // What it remembers from elsewhere must go.
        outputs(second, in);
        StateReader state = new StateReader(saved(first));
        second.restore(state);
        assertThat(state.isAtEnd()).isTrue();
        assertThat(saved(second)).isEqualTo(saved(first));
        outputs.addAll(outputs(second, in.subList(place, in.size())));
        assertThat(outputs).isEqualTo(expected);
    }

    @Property
    void unusableSamplesPassUnchanged(
            @ForAll("chains") List<FilterSettings> settings, @ForAll("levels") List<Reading> in) {
        Filter filter = FilterChain.of(settings, LEVEL.quantity());
        for (Reading reading : in) {
            Sample sample = new Sample().set(reading);
            boolean passed = filter.apply(sample);
            if (!reading.flag().isUsable()) {
                assertThat(passed).isTrue();
                assertThat(sample.reading(LEVEL)).isEqualTo(reading);
            }
        }
    }

    @Property
    void unusableSamplesDoNotChangeWhatOthersBecome(
            @ForAll("levelFilters") FilterSettings settings, @ForAll("levels") List<Reading> in) {
        if (settings instanceof Deadband) {
            return;
        }
        List<Reading> usable =
                in.stream().filter(reading -> reading.flag().isUsable()).toList();
        List<String> withAll = new ArrayList<>();
        Filter filter = settings.create(LEVEL.quantity());
        for (Reading reading : in) {
            String output = output(filter, reading);
            if (reading.flag().isUsable()) {
                withAll.add(output);
            }
        }
        assertThat(withAll).isEqualTo(outputs(settings.create(LEVEL.quantity()), usable));
    }

    @Property
    void medianIsThatOfTheSortedValues(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -5, max = 5) Double> values,
            @ForAll @IntRange(min = 3, max = 9) int count) {
        SortedWindow window = new SortedWindow(count);
        for (int i = 0; i < values.size(); i++) {
            window.add(values.get(i));
            double[] last = values.subList(Math.max(0, i + 1 - count), i + 1).stream()
                    .mapToDouble(value -> value)
                    .toArray();
            double median = median(last);
            double mad = median(
                    Arrays.stream(last).map(value -> Math.abs(value - median)).toArray());
            assertThat(window.median()).isCloseTo(median, within(1e-12));
            assertThat(window.medianDistance(window.median())).isCloseTo(mad, within(1e-12));
        }
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static List<String> outputs(Filter filter, List<Reading> in) {
        return in.stream().map(reading -> output(filter, reading)).toList();
    }

    private static String output(Filter filter, Reading reading) {
        Sample sample = new Sample().set(reading);
        return filter.apply(sample) + " " + sample;
    }

    private static byte[] saved(Filter filter) {
        StateWriter state = new StateWriter();
        filter.save(state);
        return state.toBytes();
    }
}
