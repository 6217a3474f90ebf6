package dev.firn.config;

/** A value is not what its key wants; becomes a {@link Problem} where key and line are known. */
final class BadValueException extends Exception {

    private static final long serialVersionUID = 1;

    private final String cure;

    BadValueException(String reason, String cure) {
        super(reason);
        this.cure = cure;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String cure() {
        return cure;
    }
}
