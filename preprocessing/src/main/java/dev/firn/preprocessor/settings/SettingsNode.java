package dev.firn.preprocessor.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value in a settings file, with the line where it stands. */
sealed interface SettingsNode {

    /** Line in the file, from 1. */
    int line();

    /** As it is quoted in a problem. */
    String quote();

    /** A text, a number or a truth value, by its text. */
    record Scalar(int line, String text) implements SettingsNode {

        private static final int LONGEST_QUOTE = 80;

        @Override
        public String quote() {
            return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        }
    }

    /** JSON's word for nothing. */
    record Nothing(int line) implements SettingsNode {
        @Override
        public String quote() {
            return "null";
        }
    }

    /** Values in a row. */
    record Row(int line, List<SettingsNode> items) implements SettingsNode {
        @Override
        public String quote() {
            return items.stream().map(SettingsNode::quote).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Values by their keys, in the order of the file. */
    record Group(int line, Map<String, SettingsNode> members) implements SettingsNode {
        @Override
        public String quote() {
            return "{…}";
        }
    }
}
