package dev.firn.uplink;

/** A way to a broker. */
public interface Link {

    /**
     * Connects once.
     *
     * @param will what the broker says of this node, retained, when the connection is lost
     * @throws LinkException if there is no connection, with the reason
     */
    LinkSession connect(LinkMessage will) throws InterruptedException;

    /** Where it leads, for people; holds no secret. */
    String describe();
}
