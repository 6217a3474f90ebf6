package dev.firn.preprocessor.settings;

import dev.firn.senml.JsonSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the text of a settings file: one JSON object. */
public final class SettingsFile {

    private SettingsFile() {}

    /**
     * The settings of the file.
     *
     * @param file the file as the user named it, for messages
     * @param json its text
     * @param mapping turns the file's object into settings; it may be asked for settings of which some are examples,
     *     when the file has problems, and what it gives is thrown away then
     * @throws SettingsException with everything that is wrong
     */
    public static <S> S read(String file, String json, Function<Section, S> mapping) {
        Problems problems = new Problems(file);
        Optional<S> settings = root(problems, json).map(section -> mapped(problems, section, mapping));
        problems.close();
        return settings.orElseThrow();
    }

    /** A file that cannot be read at all, for this reason. */
    public static SettingsException unreadable(String file, String reason) {
        return new SettingsException(
                List.of(new SettingsProblem(file, 1, "", "", reason, "name a file with settings in JSON")));
    }

    private static Optional<Section> root(Problems problems, String json) {
        try {
            return Section.of(problems, "", NodeReader.read(json));
        } catch (JsonSyntaxException e) {
            problems.add(e.line(), "", "", "no JSON: " + e.reason(), "mend column " + e.column());
            return Optional.empty();
        }
    }

    private static <S> S mapped(Problems problems, Section section, Function<Section, S> mapping) {
        try {
            return mapping.apply(section);
        } catch (IllegalArgumentException e) {
            // Settings refuse what no single key could: or an example has met a value that does not fit it.
            throw problems.closeBecause(e);
        }
    }
}
