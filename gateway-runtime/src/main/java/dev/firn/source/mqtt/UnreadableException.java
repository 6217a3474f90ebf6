package dev.firn.source.mqtt;

/** A message says nothing of use; the message of this says why. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableException(String reason) {
        super(reason);
    }
}
