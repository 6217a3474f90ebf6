package dev.firn.rigs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link PipelineBenchmark} in under a minute, writes JMH's JSON and prints how the pipeline does. */
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
        Path json = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(json.getParent());
        System.out.println(describe(new Runner(options(json)).run()));
    }

    private static Options options(Path json) {
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
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString())
                .build();
    }

    // A wide margin says that the machine had other things to do.
    private static String describe(Collection<RunResult> results) {
        Result<?> floor = resultOf("floor", results);
        Result<?> pipeline = resultOf("pipeline", results);
        return String.format(
                Locale.ROOT,
                "pipeline %.2f ± %.2f million readings/s per core, floor %.2f ± %.2f million/s: ratio %.2f",
                pipeline.getScore() / 1e6,
                pipeline.getScoreError() / 1e6,
                floor.getScore() / 1e6,
                floor.getScoreError() / 1e6,
                pipeline.getScore() / floor.getScore());
    }

    private static Result<?> resultOf(String benchmark, Collection<RunResult> results) {
        return results.stream()
                .<Result<?>>map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(benchmark))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no result of benchmark " + benchmark));
    }
}
