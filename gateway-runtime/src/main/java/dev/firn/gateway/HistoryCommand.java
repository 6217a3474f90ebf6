package dev.firn.gateway;

import dev.firn.history.History;
import dev.firn.history.HistoryException;
import dev.firn.history.HistoryPage;
import dev.firn.history.PastSummary;
import dev.firn.senml.JsonObject;
import dev.firn.uplink.Command;
import dev.firn.uplink.CommandException;
import dev.firn.uplink.SummaryJson;
import java.util.List;
import java.util.Optional;

/** Answers what the node remembers of a series: the command {@code history}. */
final class HistoryCommand implements Command {

    private static final int USUAL_MOST = 100;

    // Times of day that a person or a program can mean, and that can be added to without overflow.
    private static final long FAR = 1L << 50;

    private final Optional<History> history;

    /** A command; empty where there is to be no history. */
    HistoryCommand(Optional<History> history) {
        this.history = history;
    }

    @Override
    public JsonObject carryOut(Request request) throws CommandException {
        History asked = history.orElseThrow(
                () -> new CommandException("history: is off in the node's configuration; remove history: off there"));
        String series = request.text("series");
        long from = request.number("from", -FAR, -FAR, FAR);
        long to = request.number("to", FAR, -FAR, FAR);
        int most = (int) request.number("most", USUAL_MOST, 1, History.MOST_ASKED);
        try {
            HistoryPage page = asked.summaries(series, from, to, most);
            if (page.summaries().isEmpty()) {
                rejectUnknown(series, asked.series());
            }
            return answer(series, page);
        } catch (HistoryException e) {
            throw new CommandException("history: " + e.getMessage());
        }
    }

    private static void rejectUnknown(String series, List<String> known) throws CommandException {
        if (!known.contains(series)) {
            String there = known.isEmpty() ? "there is none yet" : "there are: " + String.join(", ", known);
            throw new CommandException("series: \"" + series + "\" is not remembered; " + there);
        }
    }

    private static JsonObject answer(String series, HistoryPage page) {
        JsonObject answer = JsonObject.EMPTY.with("series", series);
        if (!page.summaries().isEmpty()) {
            PastSummary first = page.summaries().getFirst();
            answer = answer.with("unit", first.summary().series().quantity().unit());
        }
        return answer.with(
                        "summaries",
                        page.summaries().stream()
                                .map(past -> SummaryJson.withoutUnit(past.summary(), past.clock()))
                                .toList())
                .with("more", page.more());
    }
}
