package dev.firn.uplink;

/**
 * One connection to a broker, from its accepted handshake to its loss. Never used again after that: a new connection
 * is a new session, so that nothing of the old one can be mistaken for the new one's.
 */
public interface LinkSession extends AutoCloseable {

    /**
     * Sends at least once (QoS 1); returns without waiting for the answer.
     *
     * @param acknowledged run once when the broker has taken the message, on a thread that must not be held up; never
     *     run if the session is lost first
     * @throws LinkException if the session is lost
     */
    void publish(LinkMessage message, Runnable acknowledged);

    /**
     * Asks for messages, at least once each (QoS 1); returns without waiting for the answer.
     *
     * @throws LinkException if the session is lost
     */
    void subscribe(String topics);

    /** Whether it still stands, as far as anybody knows. */
    boolean isAlive();

    /** Says good-bye properly, so that the broker does not publish the will. */
    void disconnect();

    /** Drops the connection; the broker publishes the will. */
    @Override
    void close();
}
