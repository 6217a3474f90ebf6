package dev.firn.preprocessor.people;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An area at one time.
 *
 * @param area which
 * @param count its people
 * @param trend where their number goes
 * @param queues of the lifts in it
 * @param drift of the day that has ended, when one has
 */
record AreaView(AreaSettings area, PeopleCount count, Trend trend, List<QueueView> queues, Optional<Drift> drift) {

    /** Most that the quantity can be. */
    private static final double MOST_CROWDING = 100;

    /** Density of people by the upper limit of the area's difficulty; empty where its size is not known. */
    OptionalDouble crowding() {
        OptionalDouble limit = area.peopleLimit();
        return limit.isPresent()
                ? OptionalDouble.of(Math.min(MOST_CROWDING, count.people() / limit.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** The same in a word; empty also while nobody knows how many there are. */
    Optional<CrowdingLevel> level() {
        OptionalDouble crowding = crowding();
        return crowding.isPresent() && !count.trust().isMissing()
                ? Optional.of(CrowdingLevel.of(crowding.getAsDouble()))
                : Optional.empty();
    }

    boolean isAt(CrowdingLevel level) {
        return level().filter(level::equals).isPresent();
    }
}
