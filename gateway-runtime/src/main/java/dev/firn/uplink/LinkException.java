package dev.firn.uplink;

/** There is no connection to the broker, or no longer; the message says why. Expected, and tried again. */
public final class LinkException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure with its reason in plain words. */
    public LinkException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
