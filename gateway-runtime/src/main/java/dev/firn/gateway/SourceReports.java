package dev.firn.gateway;

import dev.firn.source.mqtt.SourceListener;
import java.time.Duration;

/** Brings what sources say of themselves to the loop. */
final class SourceReports implements SourceListener {

    private final Inbox inbox;

    SourceReports(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void lost(String source, String reason) {
        inbox.tellSurely(new LoopEvent.SensorLost(source, reason));
    }

    @Override
    public void back(String source, Duration away) {
        inbox.tellSurely(new LoopEvent.SensorBack(source, away));
    }

    @Override
    public void unreadable(String source, String topic, String reason, long count) {
        inbox.tellSurely(new LoopEvent.MessagesUnreadable(source, topic, reason, count));
    }

    @Override
    public void manyWait() {
        inbox.hint(new LoopEvent.ReadingsWait());
    }
}
