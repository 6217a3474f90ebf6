package dev.firn.preprocessor.settings;

/** A value is not what its key wants; becomes a {@link SettingsProblem} where key and line are known. */
public final class BadValueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String cure;

    /** Says why, and what to write instead. */
    public BadValueException(String reason, String cure) {
        super(reason);
        this.cure = cure;
    }

    /** Why it cannot be. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What to write instead. */
    public String cure() {
        return cure;
    }
}
