package dev.firn.rigs.ledger;

/**
 * One MQTT message as it arrived.
 *
 * @param topic its topic
 * @param payload its payload, which is UTF-8, decoded: equal texts are equal bytes
 * @param retained whether the broker had kept it for late subscribers
 */
public record Message(String topic, String payload, boolean retained) {

    /** Bytes of topic and payload, without MQTT's own framing. */
    public long bytes() {
        return Utf8.length(topic) + (long) Utf8.length(payload);
    }
}
