package dev.firn.gateway;

import dev.firn.outbox.DropReport;
import dev.firn.outbox.OutboxListener;
import dev.firn.outbox.SeqRange;

/** Brings what the outbox reports to the loop. */
final class OutboxNotices implements OutboxListener {

    private final Inbox inbox;

    OutboxNotices(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void dropped(DropReport report) {
        inbox.tellSurely(new LoopEvent.RecordsDropped(report));
    }

    @Override
    public void lost(SeqRange range, String reason) {
        inbox.tellSurely(new LoopEvent.RecordsLost(range, reason));
    }

    @Override
    public void storageFailed(boolean failing, String reason) {
        inbox.tellSurely(new LoopEvent.StorageChanged(failing, reason));
    }

    @Override
    public void drained() {
        // On a thread of the broker's link, which must not wait.
        inbox.hint(new LoopEvent.MaybeDrained());
    }
}
