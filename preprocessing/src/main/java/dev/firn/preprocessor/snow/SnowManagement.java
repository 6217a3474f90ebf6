package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.Preprocessor;
import dev.firn.preprocessor.Program;
import dev.firn.preprocessor.link.ProgramRun;
import dev.firn.preprocessor.settings.Section;

/** The program {@code snow-management}. */
public final class SnowManagement implements Program<SnowSettings> {

    /**
     * Runs until it is drained or its input ends.
     *
     * @param arguments {@code --config FILE}
     */
    public static void main(String... arguments) {
        System.exit(ProgramRun.main(new SnowManagement(), arguments));
    }

    @Override
    public String name() {
        return "snow-management";
    }

    @Override
    public String purpose() {
        return "Tells a groomer how deep the snow is, where to push it with the least work, and when it leans too far.";
    }

    @Override
    public SnowSettings settings(Section section) {
        return new SnowSettingsReader(section).read();
    }

    @Override
    public Preprocessor start(SnowSettings settings) {
        return new SnowPreprocessor(settings);
    }
}
