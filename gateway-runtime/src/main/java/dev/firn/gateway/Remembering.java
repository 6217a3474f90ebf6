package dev.firn.gateway;

import dev.firn.clock.ClockStamp;
import dev.firn.history.History;
import dev.firn.history.HistorySettings;
import dev.firn.outbox.WriteMeter;
import dev.firn.telemetry.Summary;
import java.util.Optional;

/**
 * The node's history, or that it has none.
 *
 * @param history empty where the configuration wants none
 */
record Remembering(Optional<History> history) implements AutoCloseable {

    static Remembering of(Optional<HistorySettings> settings, WriteMeter meter, Inbox inbox) {
        return new Remembering(settings.map(wanted -> History.start(wanted, meter, new HistoryNotices(inbox))));
    }

    void record(Summary summary, ClockStamp clock) {
        history.ifPresent(kept -> kept.record(summary, clock));
    }

    @Override
    public void close() {
        history.ifPresent(History::close);
    }
}
