package dev.firn.preprocessor.settings;

/**
 * One thing that is wrong with a settings file.
 *
 * @param file the file as the user named it
 * @param line line in it, from 1
 * @param key path of the key, such as {@code areas[1].difficulty}; empty where no key is meant
 * @param value what stands there; empty where nothing does
 * @param reason why it cannot be
 * @param cure what to write instead
 */
public record SettingsProblem(String file, int line, String key, String value, String reason, String cure) {

    /** One line for the user: {@code file:line: key: "value": reason; cure}. */
    public String describe() {
        return file
                + ":" + line
                + (key.isEmpty() ? "" : ": " + key)
                + (value.isEmpty() ? "" : ": \"" + value + "\"")
                + ": " + reason + "; " + cure;
    }
}
