package dev.firn.sensor.catalog;

import java.util.List;
import java.util.Optional;

/** The drivers that this version of Firn has: what the configuration may name, and {@code firn sensors list} shows. */
public final class DriverCatalog {

    private static final DriverDescriptor REPLAY = new DriverDescriptor(
            "replay",
            "Replays a recorded file as if its sensors were there.",
            List.of(
                    DriverKey.required(
                            "file", "Path of the recording, from the configuration's directory or absolute."),
                    DriverKey.optional("speed", "How much faster than real time: a factor, or max. Default: 1."),
                    DriverKey.optional("then", "What follows the last row: stop, repeat or wait. Default: wait."),
                    DriverKey.optional("format", "smet or csv. Default: what the file's name ends with."),
                    DriverKey.optional("quantity", "What the numbers of a CSV file are. Default: people-count."),
                    DriverKey.optional("zone", "Time zone of a CSV file's times, such as Europe/Rome. Default: UTC."),
                    DriverKey.optional("from", "Replays from this recorded instant on. Default: the first row."),
                    DriverKey.optional("to", "Replays until before this recorded instant. Default: the last row."),
                    DriverKey.optional(
                            "start-at", "Re-dates the recording to begin at this instant. Default: as recorded.")));

    private static final List<DriverDescriptor> ALL = List.of(REPLAY);

    private DriverCatalog() {}

    /** Every driver, in alphabetical order. */
    public static List<DriverDescriptor> all() {
        return ALL;
    }

    /** The driver that the configuration calls so. */
    public static Optional<DriverDescriptor> named(String name) {
        return ALL.stream().filter(driver -> driver.name().equals(name)).findFirst();
    }
}
