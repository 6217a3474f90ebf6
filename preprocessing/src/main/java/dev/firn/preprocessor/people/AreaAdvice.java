package dev.firn.preprocessor.people;

import dev.firn.preprocessor.Advice;
import dev.firn.preprocessor.settings.Values;
import dev.firn.senml.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** Puts an area and its recommendation into words for people and figures for programs. */
final class AreaAdvice {

    private AreaAdvice() {}

    static Advice of(AreaView view, Recommendation recommendation, long timeMillis) {
        return new Advice(
                timeMillis,
                view.area().id(),
                recommendation.action().severity(),
                view.area().name() + ": " + state(view) + " " + recommendation.text(),
                detail(view, recommendation));
    }

    private static String state(AreaView view) {
        if (view.count().trust().isMissing()) {
            return "nobody knows how many people.";
        }
        String level = view.level()
                .map(known -> ", " + Values.word(known) + " crowding")
                .orElse("");
        return people(view.count()) + level + ", " + Values.word(view.trend()) + ".";
    }

    private static String people(PeopleCount count) {
        return switch ((int) Math.min(2, count.rounded())) {
            case 0 -> "nobody";
            case 1 -> "about 1 person";
            default -> "about " + count.rounded() + " people";
        };
    }

    private static JsonObject detail(AreaView view, Recommendation recommendation) {
        boolean known = !view.count().trust().isMissing();
        JsonObject detail = JsonObject.EMPTY
                .with("action", Values.word(recommendation.action()))
                .with("recommendation", recommendation.text())
                .with("people", known ? view.count().rounded() : Double.NaN)
                .with("uncertainty", known ? tenths(view.count().uncertainty()) : Double.NaN)
                .with("flag", view.count().trust().flag().code())
                .with("trend", Values.word(view.trend()));
        Optional<CrowdingLevel> level = view.level();
        if (level.isPresent()) {
            detail = detail.with("crowding", hundredths(view.crowding().orElseThrow()))
                    .with("level", Values.word(level.get()));
        }
        detail = detail.with(
                "lifts", view.queues().stream().map(AreaAdvice::lift).toList());
        Optional<Drift> drift = view.drift();
        return drift.isPresent() ? detail.with("drift", drift(drift.get())) : detail;
    }

    private static JsonObject lift(QueueView queue) {
        boolean known = !queue.trust().isMissing();
        JsonObject lift = JsonObject.EMPTY
                .with("id", queue.lift().id())
                .with("name", queue.lift().name())
                .with("queue", known ? queue.rounded() : Double.NaN)
                .with("waiting", waiting(queue))
                .with("waiting-s", known ? Math.rint(queue.waitingSeconds().orElse(Double.NaN)) : Double.NaN)
                .with("flag", queue.trust().flag().code());
        return queue.service()
                .map(service -> lift.with("service-level", service.name()))
                .orElse(lift);
    }

    private static String waiting(QueueView queue) {
        if (queue.isStanding()) {
            return "stopped";
        }
        return queue.trust().isMissing() ? "unknown" : "running";
    }

    private static JsonObject drift(Drift drift) {
        return JsonObject.EMPTY
                .with("in", drift.in())
                .with("out", drift.out())
                .with("people", drift.people())
                .with("percent", tenths(drift.percent()))
                .with("leftover", tenths(drift.leftover()))
                .with("calibration", Double.parseDouble(String.format(Locale.ROOT, "%.4f", drift.calibration())));
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }

    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }
}
