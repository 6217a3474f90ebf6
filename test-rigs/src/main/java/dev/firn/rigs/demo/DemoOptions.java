package dev.firn.rigs.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the demonstration is asked for.
 *
 * @param firnHome the built gateway
 * @param station a SMET file to replay whole, instead of a day of the project's own
 * @param speed recorded seconds per second, or {@code max}; as the recording demands if empty
 * @param window length of the windows, such as {@code 6h}; as the recording demands if empty
 * @param quiet whether only the report is printed
 */
record DemoOptions(
        Path firnHome, Optional<Path> station, Optional<String> speed, Optional<String> window, boolean quiet) {

    static final String USAGE =
            "usage: demo [--firn-home DIR] [--station FILE.smet] [--speed N|max]" + " [--window DURATION] [--quiet]";

    private static final DemoOptions DEFAULTS =
            new DemoOptions(Path.of("target/firn"), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * Reads arguments; what they leave open, from the variables {@code FIRN_HOME}, {@code STATION}, {@code SPEED} and
     * {@code QUIET}.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static DemoOptions parse(List<String> arguments, Map<String, String> environment) {
        DemoOptions options = DEFAULTS;
        for (String name : List.of("FIRN_HOME", "STATION", "SPEED")) {
            String value = environment.getOrDefault(name, "");
            options = value.isEmpty() ? options : options.with(name, value);
        }
        options = environment.getOrDefault("QUIET", "").isEmpty() ? options : options.quietly();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            options = name.equals("--quiet") ? options.quietly() : options.with(name, value(name, rest));
        }
        return options;
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + ": a value must follow");
        }
        return rest.pop();
    }

    private DemoOptions with(String name, String value) {
        return switch (name) {
            case "--firn-home", "FIRN_HOME" -> new DemoOptions(Path.of(value), station, speed, window, quiet);
            case "--station", "STATION" -> new DemoOptions(firnHome, Optional.of(Path.of(value)), speed, window, quiet);
            case "--speed", "SPEED" ->
                new DemoOptions(firnHome, station, Optional.of(checkedSpeed(value)), window, quiet);
            case "--window" -> new DemoOptions(firnHome, station, speed, Optional.of(value), quiet);
            default -> throw new IllegalArgumentException("unknown argument " + name);
        };
    }

    private DemoOptions quietly() {
        return new DemoOptions(firnHome, station, speed, window, true);
    }

    private static String checkedSpeed(String value) {
        if (value.equals("max") || (value.matches("\\d{1,9}") && Integer.parseInt(value) > 0)) {
            return value;
        }
        throw new IllegalArgumentException("speed \"" + value + "\": want a whole number from 1, or max");
    }
}
