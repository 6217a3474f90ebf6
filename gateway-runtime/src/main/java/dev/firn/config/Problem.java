package dev.firn.config;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param file the file as the user named it
 * @param line line in it, from 1; 0 where the file as a whole is meant
 * @param key dotted path of the key, such as {@code sensors[1].speed}; empty where no key is meant
 * @param value what stands there; empty where nothing does
 * @param reason why it cannot be
 * @param cure what to write instead
 */
public record Problem(String file, int line, String key, String value, String reason, String cure) {

    /** One line for the user: {@code file:line: key: "value": reason; cure}. */
    public String describe() {
        return file
                + (line > 0 ? ":" + line : "")
                + (key.isEmpty() ? "" : ": " + key)
                + (value.isEmpty() ? "" : ": \"" + value + "\"")
                + ": " + reason + "; " + cure;
    }
}
