package dev.firn.rigs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link PipelineBenchmark} in under two minutes, writes the figures as JSON: of each benchmark the
 * median, least and greatest iteration in readings per second of one core, the ratios of the medians, which hold
 * when the machine has other things to do, and the bytes of garbage for each reading. */
public final class PipelineBench {

    private static final int EXIT_USAGE = 64;

    private PipelineBench() {}

    /**
     * Takes the file for the JSON; its folder is made if need be.
     *
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the folder cannot be made
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        if (arguments.length != 1) {
            System.err.println("usage: PipelineBench RESULT.json");
            System.exit(EXIT_USAGE);
        }
        Collection<RunResult> results = new Runner(options()).run();
        Statistics floor = statisticsOf("floor", results);
        Statistics pipeline = statisticsOf("pipeline", results);
        Statistics filtered = statisticsOf("filtered", results);
        BenchResult figures = new BenchResult();
        figures.put("unit", "readings per second of one core");
        figures.put("floor", figures(floor));
        figures.put("pipeline", figures(pipeline));
        figures.put("filtered", figures(filtered));
        figures.put("filtered-readings", figures(statisticsOf("filteredReadings", results)));
        figures.put("pipeline-cost-by-floor", rounded(median(floor) / median(pipeline)));
        figures.put("filtered-cost-by-floor", rounded(median(floor) / median(filtered)));
        figures.put("garbage-bytes-per-reading", garbageOf("filteredReadings", results));
        figures.put("garbage-bytes-per-reading-in-one-window", garbageOf("filteredReadingsInOneWindow", results));
        figures.write(Path.of(arguments[0]));
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(PipelineBenchmark.class.getName() + "\\..*")
                .threads(1)
                .forks(2)
                .addProfiler(GCProfiler.class)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                // JMH 1.37 itself uses it; each fork would warn.
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .build();
    }

    private static Map<String, Long> figures(Statistics statistics) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("median", Math.round(median(statistics)));
        figures.put("least", Math.round(statistics.getMin()));
        figures.put("greatest", Math.round(statistics.getMax()));
        figures.put("iterations", statistics.getN());
        return figures;
    }

    // Of the readings' own objects none: they are made beforehand.
    private static double garbageOf(String benchmark, Collection<RunResult> results) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(benchmark))
                .<Result<?>>map(result -> result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .mapToDouble(Result::getScore)
                .map(PipelineBench::rounded)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no garbage of benchmark " + benchmark));
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }

    private static double median(Statistics statistics) {
        return statistics.getPercentile(50);
    }

    private static Statistics statisticsOf(String benchmark, Collection<RunResult> results) {
        return results.stream()
                .<Result<?>>map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(benchmark))
                .map(Result::getStatistics)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no result of benchmark " + benchmark));
    }
}
