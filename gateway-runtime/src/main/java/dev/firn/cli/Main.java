package dev.firn.cli;

import picocli.CommandLine;

/** Where the process begins. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new FirnCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    command.getErr().println("firn: internal fault, please report it");
                    fault.printStackTrace(command.getErr());
                    return ExitCode.INTERNAL;
                });
    }
}
