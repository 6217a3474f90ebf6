package dev.firn.history;

/** What is in the file is not what was written to it. */
final class DamageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamageException(String reason) {
        super(reason);
    }

    DamageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
