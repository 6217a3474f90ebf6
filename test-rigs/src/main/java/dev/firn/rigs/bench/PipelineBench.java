package dev.firn.rigs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link PipelineBenchmark} in under a minute, writes the figures as JSON: of each benchmark the
 * median, least and greatest iteration in readings per second of one core, and the ratio of the medians, which holds
 * when the machine has other things to do. */
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
        BenchResult figures = new BenchResult();
        figures.put("unit", "readings per second of one core");
        figures.put("floor", figures(floor));
        figures.put("pipeline", figures(pipeline));
        figures.put("pipeline-to-floor", Math.round(median(pipeline) / median(floor) * 1000) / 1000.0);
        figures.write(Path.of(arguments[0]));
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(PipelineBenchmark.class.getName() + "\\..*")
                .threads(1)
                .forks(2)
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
