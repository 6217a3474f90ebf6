package dev.firn.polling;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The moments at which a sensor is due: multiples of its interval since a start, so that nothing it does makes the
 * interval drift. Immutable.
 *
 * @param startNanos the first moment, in the time of {@link System#nanoTime}
 * @param everyNanos the interval
 */
record Schedule(long startNanos, long everyNanos) {

    /** Moment number so many. */
    long moment(long number) {
        return startNanos + number * everyNanos;
    }

    /** The moments after one time, up to and with another. */
    List<Long> between(long afterNanos, long upToNanos) {
        return LongStream.rangeClosed(lastAt(afterNanos) + 1, lastAt(upToNanos))
                .map(this::moment)
                .boxed()
                .toList();
    }

    /** The number of the last moment that has come; −1 before the first. */
    long lastAt(long nowNanos) {
        return Math.floorDiv(nowNanos - startNanos, everyNanos);
    }
}
