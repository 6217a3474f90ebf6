package dev.firn.preprocessor.people;

import dev.firn.preprocessor.Preprocessor;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts the people of areas and queues, and gives out figures and advice at fixed times, whether anybody came or not:
 * so that the time of an output says nothing about a single person. For one thread.
 *
 * <p>Outputs are at multiples of the interval; one at a time covers the readings before it. Over a gap of more than a day
 * none are given.
 */
public final class PeoplePreprocessor implements Preprocessor {

    private static final long LONGEST_GAP_MILLIS = 86_400_000;

    private final PeopleSettings settings;
    // Only looked up, never gone through: its order is in no output.
    private final Map<String, List<Consumer<Reading>>> listeners = new HashMap<>();
    private final List<AreaWatch> areas = new ArrayList<>();

    private boolean begun;
    private boolean heardSinceOutput;
    private long nextOutputMillis;

    /** With these settings; it has seen nobody yet. */
    public PeoplePreprocessor(PeopleSettings settings) {
        this.settings = settings;
        settings.areas().forEach(area -> areas.add(new AreaWatch(area, settings, this::subscribe)));
    }

    @Override
    public void accept(Reading reading, Output output) {
        advanceTo(reading.timeMillis(), output);
        heardSinceOutput = true;
        listeners.getOrDefault(reading.series().toString(), List.of()).forEach(listener -> listener.accept(reading));
    }

    @Override
    public void advanceTo(long nowMillis, Output output) {
        if (!begun) {
            begin(nowMillis);
        }
        while (nextOutputMillis <= nowMillis) {
            give(output);
            skipGap(nowMillis);
        }
    }

    @Override
    public void drain(Output output) {
        if (heardSinceOutput) {
            give(output);
        }
    }

    private void subscribe(String series, Consumer<Reading> listener) {
        listeners.computeIfAbsent(series, name -> new ArrayList<>()).add(listener);
    }

    private void begin(long nowMillis) {
        begun = true;
        nextOutputMillis = outputAtOrBefore(nowMillis) + settings.everyMillis();
        areas.forEach(area -> area.begin(nowMillis));
    }

    private void skipGap(long nowMillis) {
        if (nowMillis - nextOutputMillis > LONGEST_GAP_MILLIS) {
            nextOutputMillis = outputAtOrBefore(nowMillis);
        }
    }

    private long outputAtOrBefore(long millis) {
        return Math.floorDiv(millis, settings.everyMillis()) * settings.everyMillis();
    }

    private void give(Output output) {
        long time = nextOutputMillis;
        nextOutputMillis += settings.everyMillis();
        heardSinceOutput = false;
        List<AreaView> views = areas.stream().map(area -> area.close(time)).toList();
        views.forEach(view -> giveFigures(view, time, output));
        Recommender recommender = new Recommender(settings.longWaitSeconds(), views);
        views.forEach(view -> output.advice(AreaAdvice.of(view, recommender.recommend(view), time)));
    }

    private static void giveFigures(AreaView view, long time, Output output) {
        PeopleCount count = view.count();
        String area = view.area().id();
        derive(area, Quantity.PEOPLE_IN_AREA, time, (double) count.rounded(), count.trust(), output);
        derive(
                area,
                Quantity.PEOPLE_UNCERTAINTY,
                time,
                Math.rint(count.uncertainty() * 10) / 10,
                count.trust(),
                output);
        view.crowding()
                .ifPresent(crowding -> derive(
                        area, Quantity.CROWDING, time, Math.rint(crowding * 1000) / 1000, count.trust(), output));
        view.queues().forEach(queue -> giveQueue(queue, time, output));
    }

    // A lift that stands has no waiting time: it is missing, never a number.
    private static void giveQueue(QueueView queue, long time, Output output) {
        String lift = queue.lift().id();
        derive(lift, Quantity.QUEUE_LENGTH, time, (double) queue.rounded(), queue.trust(), output);
        if (queue.isStanding()) {
            output.derived(Reading.missing(new SeriesId(lift, Quantity.WAITING_TIME), time));
        } else {
            double seconds = Math.rint(queue.waitingSeconds().orElseThrow());
            derive(lift, Quantity.WAITING_TIME, time, seconds, queue.trust(), output);
        }
    }

    private static void derive(String id, Quantity quantity, long time, double value, Trust trust, Output output) {
        output.derived(trust.reading(new SeriesId(id, quantity), time, value));
    }
}
