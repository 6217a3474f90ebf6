package dev.firn.preprocessor.people;

import dev.firn.preprocessor.Preprocessor;
import dev.firn.preprocessor.Program;
import dev.firn.preprocessor.link.ProgramRun;
import dev.firn.preprocessor.settings.Section;

/** The program {@code people-management}. */
public final class PeopleManagement implements Program<PeopleSettings> {

    /** Runs until it is drained or its input ends. */
    public static void main(String[] arguments) {
        System.exit(ProgramRun.main(new PeopleManagement(), arguments));
    }

    @Override
    public String name() {
        return "people-management";
    }

    @Override
    public String purpose() {
        return "Counts people in areas and queues, and says what to do about them.";
    }

    @Override
    public PeopleSettings settings(Section section) {
        return PeopleSettingsReader.read(section);
    }

    @Override
    public Preprocessor start(PeopleSettings settings) {
        return new PeoplePreprocessor(settings);
    }
}
