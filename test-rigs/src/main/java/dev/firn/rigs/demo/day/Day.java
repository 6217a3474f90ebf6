package dev.firn.rigs.demo.day;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firn.rigs.demo.part.Check;
import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.demo.recorded.WinterDay;
import dev.firn.rigs.demo.talk.Answer;
import dev.firn.rigs.demo.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What people management made of the day, and whether it is what must come.
 *
 * @param talk what was said and answered
 * @param answers what was answered
 */
record Day(Talk talk, List<Answer> answers) {

    private static final String PEOPLE = "nordhang/people-in-area";
    private static final String WAITING = "lift-2/waiting-time";
    private static final int MINUTES_PER_HOUR = 60;

    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final double MILLIS_PER_SECOND = 1000;

    static Day of(Talk talk) {
        return new Day(talk, talk.answers());
    }

    PartReport report() {
        return new PartReport(
                "Day: bin/people-management, fed with the gates' Wednesday and a lift made from it, took %.1f s"
                        .formatted(talk.took().toMillis() / MILLIS_PER_SECOND),
                lines(),
                List.of(talk.contract(), waiting(), empty()));
    }

    private List<String> lines() {
        List<Answer> advice = answers.stream().filter(Answer::isAdvice).toList();
        return Stream.concat(
                        Stream.of(
                                        at(advice, LiftDay.OPENS + 1).map(one -> line("opening", one)),
                                        at(advice, LiftDay.GOES_ON).map(one -> line("lift stands", one)),
                                        most(advice, Day::waitingSeconds).map(one -> line("longest wait", one)),
                                        most(advice, one -> one.path("people").asDouble())
                                                .map(one -> line("busiest", one)),
                                        first(advice, one -> one.has("drift")).map(Day::closing))
                                .flatMap(Optional::stream),
                        Stream.of("%d pieces of advice among %d answers, SHA-256 %s…"
                                .formatted(advice.size(), talk.lines().size(), talk.digest())))
                .toList();
    }

    /** Outputs are made of the readings before their time: those at a time tell of the minute before it. */
    private Check waiting() {
        List<Answer> waiting =
                answers.stream().filter(answer -> answer.name().equals(WAITING)).toList();
        long running = waiting.stream().filter(Day::isRunning).count();
        long right = waiting.stream()
                .filter(answer -> answer.value().isPresent() == isRunning(answer))
                .count();
        return new Check(
                right == waiting.size() && running > 0 && running < waiting.size(),
                "waiting time is missing in the %d minutes that the lift stands, a number in the %d that it runs; %d wrong"
                        .formatted(waiting.size() - running, running, waiting.size() - right));
    }

    private Check empty() {
        OptionalDouble people = answers.stream()
                .filter(answer -> answer.name().equals(PEOPLE))
                .reduce((before, after) -> after)
                .map(Answer::value)
                .orElse(OptionalDouble.empty());
        return new Check(
                people.isPresent() && people.getAsDouble() == 0,
                "people on the slope after the reset: "
                        + (people.isPresent() ? "%.0f".formatted(people.getAsDouble()) : "nobody knows"));
    }

    private static boolean isRunning(Answer answer) {
        return LiftDay.isRunning(minute(answer) - 1);
    }

    private static int minute(Answer answer) {
        return (int) ((answer.timeMillis() - WinterDay.startMillis()) / MILLIS_PER_MINUTE);
    }

    private static double waitingSeconds(JsonNode advice) {
        return advice.path("lifts").path(0).path("waiting-s").asDouble();
    }

    private static Optional<Answer> at(List<Answer> advice, int minute) {
        return advice.stream().filter(one -> minute(one) == minute).findFirst();
    }

    private static Optional<Answer> first(List<Answer> advice, Predicate<JsonNode> wanted) {
        return advice.stream().filter(one -> wanted.test(one.advice())).findFirst();
    }

    private static Optional<Answer> most(List<Answer> advice, ToDoubleFunction<JsonNode> figure) {
        // The first of several that are equal.
        return advice.stream()
                .reduce((most, next) ->
                        figure.applyAsDouble(next.advice()) > figure.applyAsDouble(most.advice()) ? next : most);
    }

    private static String closing(Answer answer) {
        JsonNode drift = answer.advice().path("drift");
        return line("close", answer)
                + " Counted: %d in, %d out."
                        .formatted(drift.path("in").asInt(), drift.path("out").asInt());
    }

    private static String line(String moment, Answer answer) {
        return "%02d:%02d %-13s%s"
                .formatted(
                        minute(answer) / MINUTES_PER_HOUR,
                        minute(answer) % MINUTES_PER_HOUR,
                        moment,
                        answer.advice().path("text").asText());
    }
}
