package dev.firn.gateway;

import dev.firn.history.HistoryListener;
import dev.firn.uplink.GatewayEvent.Severity;
import java.util.Map;

/** Brings what the history reports to the loop. */
final class HistoryNotices implements HistoryListener {

    private final Inbox inbox;

    HistoryNotices(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void lost(String reason) {
        tell(
                "history-lost",
                Severity.ALARM,
                "The summaries that the node remembered are lost; it begins anew.",
                Map.of("reason", reason));
    }

    @Override
    public void failed(String reason) {
        tell(
                "history-failed",
                Severity.WARNING,
                "The node remembers no summaries for now; they are sent as ever.",
                Map.of("reason", reason));
    }

    @Override
    public void back() {
        tell("history-back", Severity.INFO, "The node remembers summaries again.", Map.of());
    }

    @Override
    public void dropped(long count) {
        tell(
                "history-dropped",
                Severity.WARNING,
                count + " summaries are not remembered by the node; they are sent as ever.",
                Map.of("count", count));
    }

    private void tell(String kind, Severity severity, String text, Map<String, Object> detail) {
        inbox.tellSurely(new LoopEvent.HistoryChanged(new Notice(kind, severity, text, detail)));
    }
}
