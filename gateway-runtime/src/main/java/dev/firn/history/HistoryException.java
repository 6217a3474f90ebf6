package dev.firn.history;

/** The history cannot be read now; the message says why, and whether to ask again. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a reason. */
    public HistoryException(String reason) {
        super(reason);
    }
}
