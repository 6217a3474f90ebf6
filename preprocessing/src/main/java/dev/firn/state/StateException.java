package dev.firn.state;

/** Bytes that no stage has saved, or one with other settings. */
public final class StateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what was found and what was expected. */
    public StateException(String message) {
        super(message);
    }
}
