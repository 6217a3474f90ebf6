package dev.firn.cli;

import dev.firn.bus.linux.KernelBuses;
import dev.firn.checkpoint.CheckpointException;
import dev.firn.config.ConfigReader;
import dev.firn.config.ConfigResult;
import dev.firn.config.GatewayConfig;
import dev.firn.config.Problem;
import dev.firn.gateway.Gateway;
import dev.firn.gateway.GatewayException;
import dev.firn.outbox.OutboxException;
import dev.firn.sensor.SensorException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code firn run}: the service. */
@Command(
        name = "run",
        description = "Runs the gateway until it is told to stop.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE)
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return switch (ConfigReader.read(config.file())) {
            case ConfigResult.Loaded(GatewayConfig loaded) -> run(loaded);
            case ConfigResult.Rejected(List<Problem> problems) -> reject(problems);
        };
    }

    private int run(GatewayConfig loaded) throws InterruptedException {
        ServiceLog.install();
        Gateway gateway = new Gateway(loaded, KernelBuses::new);
        TerminationSignal signal = TerminationSignal.onSignal(gateway::requestStop);
        int exitCode = ExitCode.INTERNAL;
        try {
            exitCode = run(gateway);
        } finally {
            signal.ended(exitCode);
        }
        return exitCode;
    }

    private int run(Gateway gateway) throws InterruptedException {
        try {
            return switch (gateway.run()) {
                case FINE -> ExitCode.FINE;
                case FAILED -> ExitCode.PROBLEM;
            };
        } catch (GatewayException e) {
            return reject(e.problems());
        } catch (SensorException e) {
            return say(String.valueOf(e.getMessage()), ExitCode.CONFIGURATION);
        } catch (OutboxException | CheckpointException e) {
            return say(String.valueOf(e.getMessage()), ExitCode.UNAVAILABLE);
        }
    }

    private int reject(List<Problem> problems) {
        problems.forEach(problem -> say(problem.describe(), ExitCode.CONFIGURATION));
        return say("firn: not started; check with: firn check --config " + config.file(), ExitCode.CONFIGURATION);
    }

    private int say(String line, int exitCode) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
        return exitCode;
    }
}
