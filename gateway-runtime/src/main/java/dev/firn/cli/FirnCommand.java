package dev.firn.cli;

import dev.firn.gateway.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firn} without a command: says that one is wanted. */
@Command(
        name = "firn",
        description = "The edge gateway of a ski slope.",
        subcommands = {RunCommand.class, CheckCommand.class, SensorsCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = FirnCommand.VersionText.class,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:found a problem",
            "64:wrong usage",
            "69:a service that is needed is not there",
            "70:internal fault",
            "78:wrong configuration"
        })
final class FirnCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"firn " + Version.text()};
        }
    }
}
