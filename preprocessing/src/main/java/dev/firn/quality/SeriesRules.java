package dev.firn.quality;

import java.util.Optional;

/**
 * What the user asks of one series beyond its quantity's plausible range.
 *
 * @param userRange values outside it are suspect
 * @param maxStep values that change faster are suspect
 */
public record SeriesRules(Optional<Range> userRange, Optional<StepLimit> maxStep) {

    /** Nothing but the plausible range of the quantity. */
    public static final SeriesRules NONE = new SeriesRules(Optional.empty(), Optional.empty());
}
