package dev.firn.cli;

import dev.firn.bus.linux.KernelBuses;
import dev.firn.config.ConfigReader;
import dev.firn.config.ConfigResult;
import dev.firn.config.GatewayConfig;
import dev.firn.config.LiveConfig;
import dev.firn.config.Problem;
import dev.firn.gateway.LiveLook;
import dev.firn.sensor.ConfiguredSensor;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firn sensors read}: one sensor of the configuration, live. */
@Command(
        name = "read",
        description = "Reads one sensor of the configuration; stop the service first, which has the sensor.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE)
final class SensorsReadCommand implements Callable<Integer> {

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "ID", description = "The sensor's id in the configuration.")
    private String id = "";

    @Option(names = "--watch", description = "Goes on until it is stopped with Ctrl-C.")
    private boolean watch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return switch (ConfigReader.read(config.file())) {
            case ConfigResult.Loaded(GatewayConfig loaded) -> read(loaded);
            case ConfigResult.Rejected(List<Problem> problems) -> {
                problems.forEach(problem -> spec.commandLine().getErr().println(problem.describe()));
                yield ExitCode.CONFIGURATION;
            }
        };
    }

    private int read(GatewayConfig loaded) throws InterruptedException {
        List<ConfiguredSensor> sensors = loaded.sensors() instanceof LiveConfig live ? live.sensors() : List.of();
        if (sensors.stream().noneMatch(sensor -> sensor.id().equals(id))) {
            List<String> ids = sensors.stream().map(ConfiguredSensor::id).toList();
            throw new ParameterException(
                    spec.commandLine(), "There is no sensor " + id + " to read; there are: " + String.join(", ", ids));
        }
        PrintWriter out = spec.commandLine().getOut();
        LiveLook look = new LiveLook(id, watch, line -> {
            out.println(line);
            out.flush();
        });
        try (KernelBuses buses = new KernelBuses()) {
            return look.run(sensors, buses) ? ExitCode.FINE : ExitCode.PROBLEM;
        }
    }
}
