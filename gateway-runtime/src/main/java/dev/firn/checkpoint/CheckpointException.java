package dev.firn.checkpoint;

/** What was kept of the open windows cannot be looked at. */
public final class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With the place and the reason. */
    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
