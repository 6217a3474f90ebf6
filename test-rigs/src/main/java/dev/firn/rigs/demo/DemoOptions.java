package dev.firn.rigs.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the demonstration is asked for.
 *
 * @param firnHome the built gateway
 * @param station a SMET file to replay whole, instead of a day of the project's own
 * @param speed recorded seconds per second, or {@code max}; as the recording demands if empty
 * @param window length of the windows, such as {@code 6h}; as the recording demands if empty
 * @param only the parts that are shown, in their order; if empty all, or of another station its replay
 * @param trafficHours how much of the day the bytes are counted of, 1 to 24 hours
 * @param quiet whether only the report is printed
 */
record DemoOptions(
        Path firnHome,
        Optional<Path> station,
        Optional<String> speed,
        Optional<String> window,
        Set<DemoPart> only,
        int trafficHours,
        boolean quiet) {

    static final String USAGE = "usage: demo [--firn-home DIR] [--station FILE.smet] [--speed N|max]"
            + " [--window DURATION] [--only replay,traffic,day,night] [--traffic-hours 1..24] [--quiet]";

    private static final int HOURS_PER_DAY = 24;
    private static final DemoOptions DEFAULTS = new DemoOptions(
            Path.of("target/firn"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            HOURS_PER_DAY,
            false);

    DemoOptions {
        only = only.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(only));
    }

    /**
     * Reads arguments; what they leave open, from the variables {@code FIRN_HOME}, {@code STATION}, {@code SPEED},
     * {@code ONLY} and {@code QUIET}.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static DemoOptions parse(List<String> arguments, Map<String, String> environment) {
        DemoOptions options = DEFAULTS;
        for (String name : List.of("FIRN_HOME", "STATION", "SPEED", "ONLY")) {
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

    /** The parts to show, in their order. */
    Set<DemoPart> parts() {
        if (!only.isEmpty()) {
            return only;
        }
        return station.isPresent() ? Set.of(DemoPart.REPLAY) : EnumSet.allOf(DemoPart.class);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + ": a value must follow");
        }
        return rest.pop();
    }

    private DemoOptions with(String name, String value) {
        return switch (name) {
            case "--firn-home", "FIRN_HOME" ->
                new DemoOptions(Path.of(value), station, speed, window, only, trafficHours, quiet);
            case "--station", "STATION" ->
                new DemoOptions(firnHome, Optional.of(Path.of(value)), speed, window, only, trafficHours, quiet);
            case "--speed", "SPEED" ->
                new DemoOptions(firnHome, station, Optional.of(checkedSpeed(value)), window, only, trafficHours, quiet);
            case "--window" -> new DemoOptions(firnHome, station, speed, Optional.of(value), only, trafficHours, quiet);
            case "--only", "ONLY" ->
                new DemoOptions(firnHome, station, speed, window, DemoPart.parse(value), trafficHours, quiet);
            case "--traffic-hours" ->
                new DemoOptions(firnHome, station, speed, window, only, checkedHours(value), quiet);
            default -> throw new IllegalArgumentException("unknown argument " + name);
        };
    }

    private DemoOptions quietly() {
        return new DemoOptions(firnHome, station, speed, window, only, trafficHours, true);
    }

    private static String checkedSpeed(String value) {
        if (value.equals("max") || (value.matches("\\d{1,9}") && Integer.parseInt(value) > 0)) {
            return value;
        }
        throw new IllegalArgumentException("speed \"" + value + "\": want a whole number from 1, or max");
    }

    private static int checkedHours(String value) {
        int hours = value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
        if (hours < 1 || hours > HOURS_PER_DAY) {
            throw new IllegalArgumentException("traffic-hours \"" + value + "\": want 1 to " + HOURS_PER_DAY);
        }
        return hours;
    }
}
