package dev.firn.preprocessor.snow.grid;

import java.util.Locale;

/** Why a depth is in no cell. Printed in lower case. */
public enum DropReason {
    /** The reading was flagged as failed or missing, or it is no depth. */
    NOT_USABLE,
    /** No two fixes near enough in time lie around it. */
    NO_POSITION,
    /** The sensor is not under the antenna, and nobody knows which way the groomer faced. */
    NO_COURSE,
    /** Measured beside the grid. */
    OFF_GRID;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it is written in messages, such as {@code no-position}. */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
