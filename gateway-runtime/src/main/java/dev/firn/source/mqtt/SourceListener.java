package dev.firn.source.mqtt;

import java.time.Duration;

/** Told how sources fare. Called from their threads; may wait. */
public interface SourceListener {

    /** The broker is away, or refuses. */
    void lost(String source, String reason);

    /** It is there again. */
    void back(String source, Duration away);

    /** So many messages since the last call said nothing of use; the latest is named. */
    void unreadable(String source, String topic, String reason, long count);

    /** Many deliveries wait; must not block. */
    void manyWait();
}
