package dev.firn.outbox;

/** The outbox cannot be opened or read; the message names the place, the reason and the cure. */
public final class OutboxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutboxException(String message) {
        super(message);
    }

    OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
