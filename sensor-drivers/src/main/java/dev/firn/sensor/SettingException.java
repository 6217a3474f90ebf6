package dev.firn.sensor;

/** The text of a setting is not what it should be. */
public final class SettingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String cure;

    /**
     * A refusal.
     *
     * @param reason what is wrong, to follow the value
     * @param cure what to do
     */
    public SettingException(String reason, String cure) {
        super(reason + "; " + cure);
        this.reason = reason;
        this.cure = cure;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }

    /** What to do. */
    public String cure() {
        return cure;
    }
}
