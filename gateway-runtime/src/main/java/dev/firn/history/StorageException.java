package dev.firn.history;

/** The file cannot be used now: the card is full, the folder is not to be had, another process has the file. */
final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StorageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
