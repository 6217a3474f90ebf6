package dev.firn.rigs.broker;

/** An MQTT broker on the loopback interface, without TLS. */
public interface Broker extends AutoCloseable {

    /** The TCP port it listens on, the same for its whole life. */
    int port();

    /** Its address as MQTT clients write it. */
    default String url() {
        return "tcp://127.0.0.1:" + port();
    }

    /** Ends it and leaves nothing behind. */
    @Override
    void close();
}
