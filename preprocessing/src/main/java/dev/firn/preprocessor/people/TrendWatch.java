package dev.firn.preprocessor.people;

import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers the people of the last {@value #SPAN_MILLIS} ms, to say where their number goes. For one thread. */
final class TrendWatch {

    /** How far back the comparison reaches. */
    static final long SPAN_MILLIS = 30 * 60_000L;

    private record Count(long timeMillis, double people) {}

    private final Deque<Count> counts = new ArrayDeque<>();

    /** The trend with one more count, against the one half an hour ago, or the oldest since. */
    Trend next(long timeMillis, double people) {
        counts.addLast(new Count(timeMillis, people));
        while (isSecondOldEnough(timeMillis)) {
            counts.removeFirst();
        }
        return Trend.of(counts.getFirst().people(), people);
    }

    /** Forgets: what follows does not compare with what was. */
    void clear() {
        counts.clear();
    }

    // The first is kept until the one behind it lies half an hour back too.
    private boolean isSecondOldEnough(long nowMillis) {
        return counts.size() > 1
                && counts.stream().skip(1).findFirst().orElseThrow().timeMillis() <= nowMillis - SPAN_MILLIS;
    }
}
