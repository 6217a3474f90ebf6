package dev.firn.rigs;

/** A rig could not be set up, or what it runs did not do what it must: the message says what, and what to do. */
public final class RigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure of the rig's own. */
    public RigException(String message) {
        super(message);
    }

    /** A failure with what brought it about. */
    public RigException(String message, Throwable cause) {
        super(message, cause);
    }
}
