package dev.firn.uplink;

/** Told how the link fares. Called from the uplink's thread; must not block. */
public interface UplinkListener {

    /** The broker took us. */
    void connected(String broker);

    /** No connection, or no longer. */
    void disconnected(String broker, String reason);
}
