package dev.firn.uplink;

/** Told how the link fares. Called from the uplink's thread; must not block. */
public interface UplinkListener {

    /** The broker took us. */
    void connected(String broker);

    /** The broker does not take a message; it is in the file of dead letters now. */
    void refused(long seq, String topic);

    /** No connection, or no longer. */
    void disconnected(String broker, String reason);
}
