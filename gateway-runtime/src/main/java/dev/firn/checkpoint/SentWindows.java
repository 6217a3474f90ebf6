package dev.firn.checkpoint;

import dev.firn.outbox.Outbox;
import dev.firn.pipeline.Pipeline;
import dev.firn.telemetry.Summary;
import dev.firn.uplink.OutboxPayload;
import dev.firn.uplink.SummaryKey;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows whose summaries are in the outbox although the checkpoint has them open: they were closed after it. One that the
 * restored pipeline sums up again is the same window, and must not be sent under another number. Immutable.
 */
final class SentWindows {

    private static final Logger LOG = LoggerFactory.getLogger(SentWindows.class);

    private final Set<SummaryKey> keys;

    private SentWindows(Set<SummaryKey> keys) {
        this.keys = keys;
    }

    /** Those of the summaries from this number on. */
    static SentWindows since(long seq, Outbox outbox) {
        Set<SummaryKey> keys = new LinkedHashSet<>();
        long[] next = {seq};
        outbox.recordsFrom(seq, found -> {
            if (found.seq() != next[0]) {
                warnOfHole(next[0], found.seq());
            }
            next[0] = found.seq() + 1;
            OutboxPayload.summaryKey(found.payload()).ifPresent(keys::add);
        });
        if (next[0] < outbox.nextSeq()) {
            warnOfHole(next[0], outbox.nextSeq());
        }
        return new SentWindows(keys);
    }

    private static void warnOfHole(long from, long to) {
        LOG.warn(
                "windows: messages {} to {} are no longer on the card; windows in them may be sent again",
                from,
                to - 1);
    }

    /** Takes the summaries of all other windows on. */
    Consumer<Summary> sift(Consumer<Summary> others) {
        return summary -> {
            if (!keys.contains(new SummaryKey(summary.series().toString(), summary.fromMillis(), summary.toMillis()))) {
                others.accept(summary);
            }
        };
    }

    /** Closes them in the pipeline. */
    void closeIn(Pipeline pipeline, Consumer<Summary> closed) {
        Consumer<Summary> others = sift(closed);
        keys.forEach(key -> pipeline.alreadyClosed(key.series(), key.fromMillis(), key.toMillis(), others));
    }
}
