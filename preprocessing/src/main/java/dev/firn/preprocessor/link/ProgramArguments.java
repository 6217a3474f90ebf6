package dev.firn.preprocessor.link;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of a program on its command line.
 *
 * @param config the settings file; empty where none was named
 * @param help whether only to say how it is called
 * @param version whether only to say which version it is
 */
record ProgramArguments(Optional<String> config, boolean help, boolean version) {

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with the argument that means nothing, and why
     */
    static ProgramArguments parse(List<String> arguments) {
        ProgramArguments parsed = new ProgramArguments(Optional.empty(), false, false);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            parsed = parsed.with(rest.next(), rest);
        }
        return parsed;
    }

    private ProgramArguments with(String argument, Iterator<String> rest) {
        return switch (argument) {
            case "--help", "-h" -> new ProgramArguments(config, true, version);
            case "--version" -> new ProgramArguments(config, help, true);
            case "--config" -> new ProgramArguments(Optional.of(file(rest)), help, version);
            default -> throw new IllegalArgumentException("\"" + argument + "\" is no option");
        };
    }

    private static String file(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("--config wants a file behind it");
        }
        return rest.next();
    }
}
