package dev.firn.gateway;

import dev.firn.uplink.UplinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how the link fares: each change once, not each attempt. Used by the uplink's thread. */
final class LinkLog implements UplinkListener {

    private static final Logger LOG = LoggerFactory.getLogger(LinkLog.class);

    private final Inbox inbox;

    private String lastReason = "";

    LinkLog(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void connected(String broker) {
        lastReason = "";
        LOG.info("uplink: connected to {}", broker);
    }

    @Override
    public void refused(long seq, String topic) {
        LOG.error("uplink: {} (seq {}) is refused by the broker, and now a dead letter", topic, seq);
        inbox.tellSurely(new LoopEvent.MessageRefused(seq, topic));
    }

    @Override
    public void disconnected(String broker, String reason) {
        if (!reason.equals(lastReason)) {
            lastReason = reason;
            LOG.warn("uplink: {}: {}; summaries wait in the outbox, and it is tried again", broker, reason);
        }
    }
}
