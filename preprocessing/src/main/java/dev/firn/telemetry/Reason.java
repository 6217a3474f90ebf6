package dev.firn.telemetry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a reading is not good: the test that gave it its flag, or what its source said. Printed in lower case. */
public enum Reason {
    /** Nothing is held against it. */
    NONE,
    /** Its source delivered no value. */
    NO_VALUE,
    /** Nothing came from its source for longer than is allowed. */
    STALE,
    /** Its source doubts it: saturated, weak echo, end of the range. */
    SOURCE,
    /** Outside what can be true of the quantity. */
    GROSS_RANGE,
    /** Outside what the user expects. */
    RANGE,
    /** Outside what is usual in this month. */
    CLIMATOLOGY,
    /** Sticks out of its two neighbours. */
    SPIKE,
    /** Moved faster than the quantity can. */
    RATE_OF_CHANGE,
    /** Has not moved for long. */
    FLAT_LINE,
    /** Scatters less than the quantity does. */
    ATTENUATED_SIGNAL,
    /** A dew point above the air temperature. */
    DEW_POINT_ABOVE_TEMPERATURE,
    /** No wind from an anemometer that is likely to be iced. */
    FROZEN_ANEMOMETER,
    /** Air that the sun or the sensor itself has warmed. */
    SELF_HEATED,
    /** A gust below the mean wind. */
    GUST_BELOW_MEAN,
    /** Snow height that is grass. */
    GRASS,
    /** New snow that strong wind may have brought or taken. */
    DRIFTING_SNOW,
    /** Snow nearer to the sensor than the sensor can see, or above it. */
    BEYOND_MOUNT,
    /** Water in snow that is too cold for it. */
    WET_BELOW_FREEZING,
    /** An input of a calculation is missing or too old. */
    INPUT,
    /** The sensor was shaken. */
    SHAKEN,
    /** A filter put another value in its place. */
    REPLACED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason with this word. */
    public static Optional<Reason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }

    /** As it is written in messages, such as {@code rate-of-change}. */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
