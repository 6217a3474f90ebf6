package dev.firn.power.linux;

import dev.firn.power.ThrottleFlags;
import java.nio.file.Path;

/** What asking the firmware for its throttling came to. */
public sealed interface BoardThrottling {

    /**
     * It is known.
     *
     * @param flags what the firmware says
     */
    record Known(ThrottleFlags flags) implements BoardThrottling {}

    /** The kernel does not show it: only that of Raspberry Pi does. */
    record Absent() implements BoardThrottling {}

    /**
     * The kernel has the attribute, but it does not tell the flags.
     *
     * @param file the attribute in question
     * @param reason what is wrong with it
     */
    record Unreadable(Path file, String reason) implements BoardThrottling {}

    /** In words, such as {@code no throttling}. */
    default String describe() {
        return switch (this) {
            case Known known -> known.flags().describe();
            case Absent _ -> "throttling not shown by this kernel";
            case Unreadable unreadable -> "throttling unknown (" + unreadable.file() + ": " + unreadable.reason() + ")";
        };
    }
}
