package dev.firn.rigs.gateway;

import dev.firn.rigs.RigException;
import dev.firn.rigs.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runnable gateway as the build leaves it: a directory with {@code bin/firn}, {@code lib/} and {@code conf/}.
 *
 * @param home the directory
 */
public record Distribution(Path home) {

    /** System property that names the directory. */
    public static final String HOME_PROPERTY = "firn.home";

    /** Checks that the launcher is there. */
    public Distribution {
        Path launcher = home.resolve("bin/firn");
        if (!Files.isExecutable(launcher)) {
            throw new RigException("no gateway at " + home.toAbsolutePath() + ": " + launcher
                    + " is not there or not executable; build it with: make build");
        }
    }

    /**
     * The one that the system property {@code firn.home} names.
     *
     * @throws RigException if the property is not set, or no launcher is there
     */
    public static Distribution fromSystemProperty() {
        return Optional.ofNullable(System.getProperty(HOME_PROPERTY))
                .map(home -> new Distribution(Path.of(home)))
                .orElseThrow(() -> new RigException("system property " + HOME_PROPERTY
                        + " is not set; it names the built gateway, such as target/firn"));
    }

    /** Starts {@code firn run} with a configuration file. */
    public GatewayProcess run(Path configuration) {
        return firn("run", "--config", configuration.toAbsolutePath().toString());
    }

    /**
     * Starts {@code firn} with any arguments. It runs in its home directory, away from any configuration file, so
     * that paths in that file can only be found from where the file is.
     */
    public GatewayProcess firn(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/firn").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return GatewayProcess.start(command, home);
    }

    /**
     * Starts another of its programs, such as {@code people-management}.
     *
     * @param environment variables added to this JVM's own
     * @param input what the program reads as its standard input
     */
    public ChildProcess program(String name, Map<String, String> environment, Path input, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(name).toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        return ChildProcess.start(name, command, home, variables, input);
    }
}
