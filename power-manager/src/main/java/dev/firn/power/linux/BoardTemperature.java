package dev.firn.power.linux;

import java.nio.file.Path;
import java.util.Locale;

/** What asking for the temperature of the processor came to. */
public sealed interface BoardTemperature {

    /**
     * It is known.
     *
     * @param degrees °C
     */
    record Celsius(double degrees) implements BoardTemperature {}

    /** The kernel shows no thermal zone of a processor: not a board, a virtual machine, or a container without sysfs. */
    record NoZone() implements BoardTemperature {}

    /**
     * There is a zone, but it does not tell a temperature.
     *
     * @param file the attribute in question
     * @param reason what is wrong with it
     */
    record Unreadable(Path file, String reason) implements BoardTemperature {}

    /** In words, such as {@code 48.2 °C}. */
    default String describe() {
        return switch (this) {
            case Celsius celsius -> String.format(Locale.ROOT, "%.1f °C", celsius.degrees());
            case NoZone _ -> "no thermal zone here";
            case Unreadable unreadable ->
                "temperature unknown (" + unreadable.file() + ": " + unreadable.reason() + ")";
        };
    }
}
