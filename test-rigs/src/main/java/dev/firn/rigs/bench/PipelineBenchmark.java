package dev.firn.rigs.bench;

import dev.firn.pipeline.Pipeline;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.quality.Range;
import dev.firn.quality.SeriesRules;
import dev.firn.quality.StepLimit;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Summary;
import java.util.Map;
import java.util.Optional;
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
 * Readings per second of one core: from text through judgement into windows of a minute, against a floor that only
 * parses the same text and adds up. A station of nine columns that writes every ten seconds, one value of a hundred
 * missing, so a window holds six readings.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PipelineBenchmark {

    /** Readings in each invocation, so that a score is readings per second: 1.4 hours of the station. */
    static final int READINGS = 9 * 500;

    private static final PipelineSettings SETTINGS = new PipelineSettings(
            60_000,
            true,
            Map.of(
                    "WFJ2/air-temperature",
                    new SeriesRules(Optional.of(new Range(-45, 45)), Optional.of(new StepLimit(3, 60_000)))));

    private final StationText text = StationText.ofValues(READINGS);

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
        Pipeline pipeline = new Pipeline(SETTINGS);
        Consumer<Summary> closed = summaries::consume;
        text.forEach((column, timeMillis, value) -> pipeline.accept(reading(column, timeMillis, value), closed));
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
