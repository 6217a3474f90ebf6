package dev.firn.rigs.demo;

import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.recompute.ExpectedSummary;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Messages as a faultless gateway would publish them. */
final class Payloads {

    private Payloads() {}

    static Message event(long seq, String kind, String detail) {
        String payload = """
                {"epoch":"a","seq":%d,"time":5,"kind":"%s","severity":"info","text":"so","detail":%s}""".formatted(seq, kind, detail);
        return new Message("firn/weissfluhjoch/station-1/event", payload, false);
    }

    static Message summary(long seq, ExpectedSummary summary) {
        String statistics = summary.statistics().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + number(entry.getValue()))
                .collect(Collectors.joining(","));
        String payload = """
                {"epoch":"a","seq":%d,"from":%d,"to":%d,"unit":"%s","count":%d,"good":%d,"missing":%d,%s,\
                "flag":1,"clock":{"synced":true,"uncertainty-ms":0}}""".formatted(
                        seq,
                        summary.fromMillis(),
                        summary.toMillis(),
                        summary.unit(),
                        summary.count(),
                        summary.good(),
                        summary.missing(),
                        statistics);
        return new Message("firn/weissfluhjoch/station-1/summary/" + summary.series(), payload, false);
    }

    /** Everything that a faultless gateway publishes under a plan. */
    static Ledger faultless(DemoPlan plan) {
        Ledger ledger = new Ledger();
        long seq = 0;
        ledger.add(event(seq++, "started", "{}"));
        for (ExpectedSummary summary : plan.expected()) {
            ledger.add(summary(seq++, summary));
        }
        ledger.add(event(
                seq,
                "replay-ended",
                "{\"readings\":%d,\"summaries\":%d,\"lines-skipped\":0,\"late-readings\":0}"
                        .formatted(plan.readings(), plan.expected().size())));
        return ledger;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "null";
    }
}
