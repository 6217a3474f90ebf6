package dev.firn.preprocessor.settings;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A settings file that cannot be used. Its message has a line for each problem, in the order of the file. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SettingsProblem> problems;

    /** Says all that is wrong. */
    public SettingsException(List<SettingsProblem> problems) {
        super(inOrder(problems).stream().map(SettingsProblem::describe).collect(Collectors.joining("\n")));
        this.problems = inOrder(problems);
    }

    /** All that is wrong, in the order of the file. */
    public List<SettingsProblem> problems() {
        return problems;
    }

    private static List<SettingsProblem> inOrder(List<SettingsProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(SettingsProblem::line))
                .toList();
    }
}
