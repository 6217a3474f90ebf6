package dev.firn.preprocessor.link;

import dev.firn.preprocessor.CountingPreprocessor;
import dev.firn.preprocessor.Preprocessor;
import dev.firn.preprocessor.Program;
import dev.firn.preprocessor.settings.Section;
import dev.firn.preprocessor.settings.Values;

/** Counts. */
final class CountingProgram implements Program<String> {

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public String purpose() {
        return "Counts.";
    }

    @Override
    public String settings(Section section) {
        return section.optional("label", Values::text, "");
    }

    @Override
    public Preprocessor start(String settings) {
        return new CountingPreprocessor();
    }
}
