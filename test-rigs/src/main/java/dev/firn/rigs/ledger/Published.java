package dev.firn.rigs.ledger;

import java.util.Optional;

/** What a gateway publishes under a number of its own: every summary and every event. */
public sealed interface Published permits PublishedSummary, PublishedEvent {

    /** The numbering it belongs to; it goes on after a crash. */
    String epoch();

    /** Its number. */
    long seq();

    /**
     * Reads a message; empty if its topic is not one of numbered messages.
     *
     * @throws dev.firn.rigs.RigException if the payload is not what the topic promises
     */
    static Optional<Published> parse(Message message) {
        return Topic.of(message)
                .flatMap(topic -> topic.isEvent()
                        ? Optional.of(PublishedEvent.read(message))
                        : topic.isSummary() ? Optional.of(PublishedSummary.read(message, topic)) : Optional.empty());
    }
}
