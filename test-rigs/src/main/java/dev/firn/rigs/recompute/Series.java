package dev.firn.rigs.recompute;

import java.util.List;

/**
 * All values of one quantity in a file.
 *
 * @param quantity the quantity's name, such as {@code air-temperature}
 * @param unit its SenML unit; empty if unknown
 * @param kind how it is summarised
 * @param samples the values, in the order of the file
 */
public record Series(String quantity, String unit, Kind kind, List<Sample> samples) {

    /** Copies the samples. */
    public Series {
        samples = List.copyOf(samples);
    }
}
