package dev.firn.uplink.mqtt;

/** A PEM file does not hold what it should. */
public final class PemException extends Exception {

    private static final long serialVersionUID = 1;

    private final String cure;

    PemException(String reason, String cure) {
        super(reason);
        this.cure = cure;
    }

    /** What is wrong, without the file's name. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String cure() {
        return cure;
    }
}
