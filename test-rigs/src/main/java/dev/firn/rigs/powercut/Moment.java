package dev.firn.rigs.powercut;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a gateway is cut, and how its link is until then.
 *
 * @param early whether it may be cut before it has come up
 * @param pause how long after its process has begun, or after it has come up
 * @param link how its link is
 */
record Moment(boolean early, Duration pause, Link link) {

    /** What the link does while a gateway runs. */
    enum Link {
        /** It works. */
        WORKS,
        /** It works until half of the pause is over. */
        DIES,
        /** It is dead: everything stays in the outbox. */
        DEAD
    }

    private static final int ONE_IN_FIVE = 5;

    static Moment random(RandomGenerator random, Duration longest) {
        boolean early = random.nextInt(ONE_IN_FIVE) == 0;
        Duration pause = Duration.ofNanos(random.nextLong(longest.toNanos()));
        Link[] links = Link.values();
        // Every other link works: what piled up has to get away, too.
        Link link = random.nextBoolean() ? Link.WORKS : links[random.nextInt(links.length)];
        return new Moment(early, pause, link);
    }
}
