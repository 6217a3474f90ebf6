package dev.firn.preprocessor.people;

import dev.firn.telemetry.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One area with the queues in it, over time. For one thread. */
final class AreaWatch {

    private final AreaSettings settings;
    private final long everyMillis;
    private final AreaCount count;
    private final List<LiftQueue> queues;
    private final TrendWatch trend = new TrendWatch();

    AreaWatch(AreaSettings settings, PeopleSettings all, BiConsumer<String, Consumer<Reading>> subscribe) {
        this.settings = settings;
        everyMillis = all.everyMillis();
        count = new AreaCount(settings, all.staleAfterMillis(), subscribe);
        queues = all.liftsOf(settings).stream()
                .map(lift -> new LiftQueue(lift, all.staleAfterMillis(), subscribe))
                .toList();
    }

    void begin(long nowMillis) {
        count.begin(nowMillis);
        queues.forEach(queue -> queue.begin(nowMillis));
    }

    /** The area at the end of an interval. */
    AreaView close(long endMillis) {
        Optional<Drift> drift = count.close(endMillis);
        queues.forEach(queue -> queue.close(everyMillis));
        if (count.isFresh()) {
            queues.forEach(LiftQueue::reset);
            trend.clear();
        }
        PeopleCount people = count.count(endMillis);
        return new AreaView(
                settings,
                people,
                trend.next(endMillis, people.people()),
                queues.stream().map(queue -> queue.view(endMillis)).toList(),
                drift);
    }
}
