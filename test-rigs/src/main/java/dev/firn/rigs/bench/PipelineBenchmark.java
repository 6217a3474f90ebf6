package dev.firn.rigs.bench;

import dev.firn.filter.FilterSettings;
import dev.firn.filter.FilterSettings.Exponential;
import dev.firn.filter.FilterSettings.Hampel;
import dev.firn.pipeline.Pipeline;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.pipeline.SeriesSettings;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Readings per second of one core through quality control by default, a Hampel filter, an exponential one and windows of a
 * minute with percentiles, against a floor that only parses the same text and adds up. A station of nine columns that
 * writes every second, one value of a hundred missing, so a window holds sixty readings.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PipelineBenchmark {

    /** Readings in each invocation, so that a score is readings per second: an hour of the station. */
    static final int READINGS = 9 * 3600;

    private static final PipelineSettings BY_DEFAULT = PipelineSettings.inWindowsOf(60_000);

    private final StationText text = StationText.ofValues(READINGS);
    private final PipelineSettings filtered = BY_DEFAULT.with(filters());
    private final List<Reading> readings = new ArrayList<>(READINGS);

    /** Makes the readings that need no parsing. */
    public PipelineBenchmark() {
        text.forEach((column, timeMillis, value) -> readings.add(reading(column, timeMillis, value)));
    }

    private static Map<String, SeriesSettings> filters() {
        Map<String, SeriesSettings> filters = new HashMap<>();
        for (SeriesId series : StationText.series()) {
            // A direction has no median.
            FilterSettings[] chain = series.quantity().kind() == Kind.DIRECTION
                    ? new FilterSettings[] {Exponential.USUAL}
                    : new FilterSettings[] {Hampel.USUAL, Exponential.USUAL};
            filters.put(series.toString(), SeriesSettings.filteredBy(chain));
        }
        return filters;
    }

    /** Parses and adds up. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public double floor() {
        Total total = new Total();
        text.forEach((_, _, value) -> total.add(value));
        return total.sum;
    }

    /** Parses, judges and sums up by windows. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public long pipeline(Blackhole summaries) {
        return fromText(BY_DEFAULT, summaries);
    }

    /** Parses, judges, filters and sums up by windows. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public long filtered(Blackhole summaries) {
        return fromText(filtered, summaries);
    }

    private long fromText(PipelineSettings settings, Blackhole summaries) {
        Pipeline pipeline = new Pipeline(settings);
        Consumer<Summary> closed = summaries::consume;
        text.forEach((column, timeMillis, value) -> pipeline.accept(reading(column, timeMillis, value), closed));
        pipeline.closeAll(closed);
        return pipeline.readings();
    }

    /** Judges, filters and sums up readings that are there already: what it takes is the pipeline's own. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public long filteredReadings(Blackhole summaries) {
        Pipeline pipeline = new Pipeline(filtered);
        Consumer<Summary> closed = summaries::consume;
        for (Reading reading : readings) {
            pipeline.accept(reading, closed);
        }
        pipeline.closeAll(closed);
        return pipeline.readings();
    }

    /** The same in one window of an hour, so that what is left of its garbage is that of readings, not of windows. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public long filteredReadingsInOneWindow(Blackhole summaries) {
        Pipeline pipeline = new Pipeline(PipelineSettings.inWindowsOf(3_600_000).with(filters()));
        Consumer<Summary> closed = summaries::consume;
        for (Reading reading : readings) {
            pipeline.accept(reading, closed);
        }
        pipeline.closeAll(closed);
        return pipeline.readings();
    }

    private static Reading reading(StationText.Column column, long timeMillis, double value) {
        return Double.isNaN(value)
                ? Reading.missing(column.series(), timeMillis)
                : Reading.of(column.series(), timeMillis, value);
    }

    private static final class Total {
        private double sum;

        void add(double value) {
            if (!Double.isNaN(value)) {
                sum += value;
            }
        }
    }
}
