package dev.firn.preprocessor.snow.grid;

import java.util.EnumMap;
import java.util.Map;

/** How many depths are in no cell, by reason. For one thread. */
public final class Drops {

    private final Map<DropReason, Long> counts = new EnumMap<>(DropReason.class);

    /** One more. */
    public void count(DropReason reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    /** How many for this reason. */
    public long of(DropReason reason) {
        return counts.getOrDefault(reason, 0L);
    }

    /** How many altogether. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The reasons that there were, in their order, with how many. */
    public Map<DropReason, Long> counts() {
        return new EnumMap<>(counts);
    }
}
