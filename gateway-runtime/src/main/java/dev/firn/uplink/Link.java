package dev.firn.uplink;

import java.util.function.Consumer;

/** A way to a broker. */
public interface Link {

    /**
     * Connects once.
     *
     * @param will what the broker says of this node, retained, when the connection is lost
     * @param arrived takes the messages that are subscribed to, on a thread that must not be held up
     * @throws LinkException if there is no connection, with the reason
     */
    LinkSession connect(LinkMessage will, Consumer<LinkMessage> arrived) throws InterruptedException;

    /** Where it leads, for people; holds no secret. */
    String describe();
}
