package dev.firn.cli;

import dev.firn.config.ConfigReader;
import dev.firn.config.ConfigResult;
import dev.firn.config.GatewayConfig;
import dev.firn.config.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code firn check}: every problem of a configuration, and nothing opened. */
@Command(
        name = "check",
        description = "Reports every problem of the configuration; opens nothing.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (ConfigReader.read(config.file())) {
            case ConfigResult.Loaded(GatewayConfig loaded) -> {
                out.println(config.file() + ": fine: " + loaded.sensors().count() + " sensors, node "
                        + loaded.node().site() + "/" + loaded.node().id() + ", to "
                        + String.join(", ", loaded.uplink().broker().urls()));
                yield ExitCode.FINE;
            }
            case ConfigResult.Rejected(List<Problem> problems) -> {
                problems.forEach(problem -> out.println(problem.describe()));
                out.println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
                yield ExitCode.CONFIGURATION;
            }
        };
    }
}
