package dev.firn.gateway;

import dev.firn.clock.ClockStamp;
import dev.firn.history.History;
import dev.firn.history.HistoryException;
import dev.firn.history.HistoryPage;
import dev.firn.history.PastSummary;
import dev.firn.senml.JsonObject;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Summary;
import dev.firn.uplink.Command;
import dev.firn.uplink.CommandException;
import java.util.List;
import java.util.Map;
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
                        page.summaries().stream().map(HistoryCommand::describe).toList())
                .with("more", page.more());
    }

    // The keys of the topic summary/…, but for what is the same in all of an answer.
    private static JsonObject describe(PastSummary past) {
        Summary summary = past.summary();
        JsonObject described = JsonObject.EMPTY
                .with("from", summary.fromMillis())
                .with("to", summary.toMillis())
                .with("count", summary.count())
                .with("good", summary.good())
                .with("missing", summary.missing());
        if (summary.values() != summary.count() - summary.missing()) {
            described = described.with("values", summary.values());
        }
        described = statistics(described, summary).with("flag", summary.flag().code());
        if (!summary.reasons().isEmpty()) {
            JsonObject reasons = JsonObject.EMPTY;
            for (Map.Entry<Reason, Long> entry : summary.reasons().entrySet()) {
                reasons = reasons.with(entry.getKey().word(), entry.getValue());
            }
            described = described.with("reasons", reasons);
        }
        return described.with("clock", describe(past.clock()));
    }

    private static JsonObject statistics(JsonObject described, Summary summary) {
        Quantity.Kind kind = summary.series().quantity().kind();
        JsonObject more = described.with("mean", summary.mean());
        if (kind != Quantity.Kind.DIRECTION) {
            more = more.with("min", summary.min()).with("max", summary.max());
        }
        more = more.with("stddev", summary.stddev());
        if (kind != Quantity.Kind.DIRECTION) {
            more = more.with("p50", summary.p50()).with("p95", summary.p95());
        }
        more = more.with("last", summary.last());
        return kind == Quantity.Kind.AMOUNT
                ? more.with("sum", summary.sum()).with("per-hour", summary.perHour())
                : more;
    }

    private static JsonObject describe(ClockStamp clock) {
        JsonObject described = JsonObject.EMPTY.with("synced", clock.synced());
        return clock.uncertaintyMillis() >= 0
                ? described.with("uncertainty-ms", clock.uncertaintyMillis())
                : described.with("uncertainty-ms", Double.NaN);
    }
}
