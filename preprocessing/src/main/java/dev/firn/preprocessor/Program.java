package dev.firn.preprocessor;

import dev.firn.preprocessor.settings.Section;

/**
 * A preprocessor program: its name, its settings, and how it begins.
 *
 * @param <S> its settings
 */
public interface Program<S> {

    /** Name of the service, such as {@code people-management}. */
    String name();

    /** What it is for, in one line for {@code --help}. */
    String purpose();

    /** Reads its settings by hand; what is wrong with them the section collects. */
    S settings(Section section);

    /** A preprocessor with these settings that has seen nothing yet. */
    Preprocessor start(S settings);

    /** The version of the release, or {@code development} when run from class files. */
    default String version() {
        String version = getClass().getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
