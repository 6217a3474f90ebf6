package dev.firn.rigs.demo.night;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firn.rigs.demo.part.Check;
import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.demo.talk.Answer;
import dev.firn.rigs.demo.talk.Talk;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What snow management made of the night, and whether it is what must come.
 *
 * @param talk what was said and answered
 * @param advice what was advised
 */
record Night(Talk talk, List<Answer> advice) {

    private static final int MOVES_SHOWN = 3;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double CENTIMETRES = 100;
    // Ours: what the moves do not even out may be half of what was uneven.
    private static final double MOST_LEFT = 0.5;
    private static final List<String> TILT_WARNINGS = List.of("roll-caution", "roll-limit");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Zurich"));

    static Night of(Talk talk) {
        return new Night(talk, talk.answers().stream().filter(Answer::isAdvice).toList());
    }

    PartReport report() {
        Map<String, Answer> tilt = tilt();
        Optional<Answer> plan = plan();
        List<Move> moves = plan.map(Night::moves).orElse(List.of());
        return new PartReport(
                "Night: bin/snow-management, fed with the station's night and a made groomer's drive, took %.1f s"
                        .formatted(talk.took().toMillis() / MILLIS_PER_SECOND),
                lines(tilt, plan, moves),
                Stream.concat(Stream.of(talk.contract()), checks(tilt, GroomedSlope.of(moves, Slope.surplus())))
                        .toList());
    }

    private List<String> lines(Map<String, Answer> tilt, Optional<Answer> plan, List<Move> moves) {
        List<String> lines = new ArrayList<>();
        tilt.values()
                .forEach(advice ->
                        lines.add(at(advice) + advice.advice().path("text").asText()));
        plan.ifPresent(advice -> lines.add(at(advice) + snow(advice.advice())));
        plan.ifPresent(advice -> lines.add(at(advice) + work(advice.advice(), moves.size())));
        moves.stream().limit(MOVES_SHOWN).forEach(move -> lines.add("         " + move.words()));
        lines.add("%d pieces of advice among %d answers, SHA-256 %s…"
                .formatted(advice.size(), talk.lines().size(), talk.digest()));
        return lines;
    }

    private static Stream<Check> checks(Map<String, Answer> tilt, GroomedSlope groomed) {
        return Stream.of(
                new Check(
                        tilt.keySet().containsAll(TILT_WARNINGS),
                        "warned of the side slope: " + String.join(", ", tilt.keySet())),
                new Check(
                        groomed.moves() > 0 && groomed.wellDirected() == groomed.moves(),
                        "%d of %d moves go from too much snow to too little"
                                .formatted(groomed.wellDirected(), groomed.moves())),
                new Check(
                        groomed.after() <= MOST_LEFT * groomed.before(),
                        "done, they bring %.0f of %.0f m³ where snow lacks, and the slope is %.1f cm uneven instead of %.1f cm"
                                .formatted(
                                        groomed.moved(),
                                        groomed.told(),
                                        groomed.after() * CENTIMETRES,
                                        groomed.before() * CENTIMETRES)));
    }

    /** The first advice with each warning of the side slope. */
    private Map<String, Answer> tilt() {
        Map<String, Answer> first = new LinkedHashMap<>();
        for (Answer one : advice) {
            elements(one.advice().path("warnings"))
                    .map(warning -> warning.path("kind").asText())
                    .filter(TILT_WARNINGS::contains)
                    .forEach(kind -> first.putIfAbsent(kind, one));
        }
        return first;
    }

    /** The first advice with the latest plan, which is made of all that was seen. */
    private Optional<Answer> plan() {
        List<Answer> planned = advice.stream()
                .filter(one -> !one.advice().path("plan").path("moves").isEmpty())
                .toList();
        return planned.stream()
                .filter(one -> planTime(one) == planTime(planned.getLast()))
                .findFirst();
    }

    private static long planTime(Answer advice) {
        return advice.advice().path("plan").path("time").asLong();
    }

    private static List<Move> moves(Answer advice) {
        return elements(advice.advice().path("plan").path("moves"))
                .map(Move::of)
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String snow(JsonNode advice) {
        JsonNode place = advice.path("places").path(0);
        return "station: snow %.0f cm, surface %s, snow-making %s; slope: %d of %d cells known, %.1f cm uneven"
                .formatted(
                        place.path("depth").asDouble() * CENTIMETRES,
                        place.path("surface-text").asText(),
                        place.path("snow-making").asText(),
                        advice.path("grid").path("known").asInt(),
                        advice.path("grid").path("cells").asInt(),
                        advice.path("grid").path("unevenness").asDouble() * CENTIMETRES);
    }

    private static String work(JsonNode advice, int moves) {
        JsonNode plan = advice.path("plan");
        return "plan: %.0f m³ of %.0f m³ too much to %.0f m³ that lack, work %.0f m³·m, %d moves, the first:"
                .formatted(
                        plan.path("volume").asDouble(),
                        plan.path("surplus").asDouble(),
                        plan.path("deficit").asDouble(),
                        plan.path("work").asDouble(),
                        moves);
    }

    private static String at(Answer advice) {
        return TIME.format(Instant.ofEpochMilli(advice.timeMillis())) + " ";
    }
}
