package dev.firn.rigs.asyncapi;

import java.util.Comparator;
import java.util.List;

/**
 * How a payload differs from what a message is described to be.
 *
 * @param otherConstants values that are not the message's own, such as the kind of an event: it is another message then
 * @param complaints all that is wrong, in the validator's words; empty if it fits
 */
record Misfit(long otherConstants, List<String> complaints) {

    static final Comparator<Misfit> NEAREST_FIRST = Comparator.comparingLong(Misfit::otherConstants)
            .thenComparingInt(misfit -> misfit.complaints().size());
}
