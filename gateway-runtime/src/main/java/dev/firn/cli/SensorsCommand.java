package dev.firn.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firn sensors}: what can be connected, what is connected, and what one of it says. */
@Command(
        name = "sensors",
        description = "What can be connected, what answers, and what one sensor says.",
        subcommands = {SensorsListCommand.class, SensorsScanCommand.class, SensorsReadCommand.class},
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE)
final class SensorsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: list, scan or read");
    }
}
