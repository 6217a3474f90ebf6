package dev.firn.preprocessor.people;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the one recommendation for each area: the first of {@link Action}'s kinds that fits. Immutable. */
final class Recommender {

    private static final double SECONDS_PER_MINUTE = 60;
    // Another lift must be quicker by half to be worth the way.
    private static final double WORTH_THE_WAY = 0.5;

    private final double longWaitSeconds;
    private final List<AreaView> areas;

    /** For areas that are seen at the same time. */
    Recommender(double longWaitSeconds, List<AreaView> areas) {
        this.longWaitSeconds = longWaitSeconds;
        this.areas = List.copyOf(areas);
    }

    Recommendation recommend(AreaView area) {
        return Stream.of(standing(area), overcrowded(area), tight(area), slow(area), filling(area), untrusted(area))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Recommendation(Action.NONE, "Nothing to do."));
    }

    private Optional<Recommendation> standing(AreaView area) {
        return area.queues().stream()
                .filter(queue -> queue.isStanding() && queue.rounded() > 0)
                .max(Comparator.comparingDouble(QueueView::people))
                .map(queue -> new Recommendation(Action.SEND_ELSEWHERE, standingText(queue)));
    }

    private String standingText(QueueView queue) {
        String stands = queue.lift().name() + " stands: ";
        return quickestBut(queue)
                .map(other -> stands + "send people to " + other.lift().name() + " (" + minutes(other) + ").")
                .orElse(stands + "tell those who wait, and let nobody join them.");
    }

    private Optional<Recommendation> overcrowded(AreaView area) {
        if (!area.isAt(CrowdingLevel.OVERCROWDED)) {
            return Optional.empty();
        }
        long few = (long) Math.floor(area.area().peopleLimit().orElse(0) * CrowdingLevel.MODERATE.below());
        return Optional.of(
                new Recommendation(Action.CLOSE_ENTRY, "Let nobody in until there are fewer than " + few + " people."));
    }

    private static Optional<Recommendation> tight(AreaView area) {
        return area.queues().stream()
                .filter(queue -> queue.service().filter(QueueService::isTight).isPresent())
                .max(Comparator.comparingDouble(QueueView::people))
                .map(queue -> new Recommendation(
                        Action.OPEN_LANE,
                        "Open a second lane at " + queue.lift().name() + ": people stand too close."));
    }

    private Optional<Recommendation> slow(AreaView area) {
        return area.queues().stream()
                .filter(queue -> !queue.isStanding() && !queue.trust().isMissing())
                .filter(queue -> queue.waitOrEndless() >= longWaitSeconds)
                .max(Comparator.comparingDouble(QueueView::waitOrEndless))
                .map(queue -> new Recommendation(Action.SHORTEN_WAIT, slowText(queue)));
    }

    private String slowText(QueueView queue) {
        String wait = minutes(queue) + " at " + queue.lift().name() + ": ";
        return quickestBut(queue)
                .filter(other -> other.waitOrEndless() <= WORTH_THE_WAY * queue.waitOrEndless())
                .map(other -> wait + "send people to " + other.lift().name() + " (" + minutes(other) + ").")
                .orElse(wait + "fill every seat, single riders too.");
    }

    private Optional<Recommendation> filling(AreaView area) {
        if (!area.isAt(CrowdingLevel.HIGH) || area.trend() == Trend.FALLING) {
            return Optional.empty();
        }
        String text = emptiestBut(area)
                .map(other -> "Nearly full: send people to " + other.area().name() + ".")
                .orElse("Nearly full: slow the entry.");
        return Optional.of(new Recommendation(Action.SLOW_ENTRY, text));
    }

    private static Optional<Recommendation> untrusted(AreaView area) {
        Optional<String> silent = area.count().trust().isSilent()
                ? Optional.of(area.area().name())
                : area.queues().stream()
                        .filter(queue -> queue.trust().isSilent())
                        .map(queue -> queue.lift().name())
                        .findFirst();
        return silent.map(name -> new Recommendation(
                Action.CHECK_COUNTERS, "Look at the counters of " + name + ": at least one is silent."));
    }

    // The first of several that are equal, in the order of the settings.
    private Optional<QueueView> quickestBut(QueueView queue) {
        return areas.stream()
                .flatMap(area -> area.queues().stream())
                .filter(other -> !other.lift().equals(queue.lift()))
                .filter(other -> Double.isFinite(other.waitOrEndless()))
                .min(Comparator.comparingDouble(QueueView::waitOrEndless));
    }

    private Optional<AreaView> emptiestBut(AreaView area) {
        return areas.stream()
                .filter(other -> other.isAt(CrowdingLevel.LOW))
                .filter(other -> !other.area().equals(area.area()))
                .min(Comparator.comparingDouble(other -> other.crowding().orElse(Double.MAX_VALUE)));
    }

    private static String minutes(QueueView queue) {
        return (long) Math.ceil(queue.waitOrEndless() / SECONDS_PER_MINUTE) + " min wait";
    }
}
