package dev.firn.preprocessor.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {

    private final String file;
    private final List<SettingsProblem> found = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String key, String value, String reason, String cure) {
        found.add(new SettingsProblem(file, line, key, value, reason, cure));
    }

    /** Notes a section, whose unknown keys are looked for when everything has been asked. */
    void opened(Section section) {
        sections.add(section);
    }

    /** Throws what was found, if anything. */
    void close() {
        sections.forEach(Section::rejectUnknownKeys);
        if (!found.isEmpty()) {
            throw new SettingsException(found);
        }
    }

    /** Throws what was found; adds the exception's own message if nothing was. */
    SettingsException closeBecause(IllegalArgumentException e) {
        if (found.isEmpty()) {
            add(1, "", "", String.valueOf(e.getMessage()), "mend the file");
        }
        return new SettingsException(found);
    }
}
