package dev.firn.config;

import java.util.List;

/** What reading a configuration file comes to: a whole configuration, or every reason against it. */
public sealed interface ConfigResult {

    /** The file is right. */
    record Loaded(GatewayConfig config) implements ConfigResult {}

    /** The file is wrong; {@code problems} holds at least one, in the order of lines. */
    record Rejected(List<Problem> problems) implements ConfigResult {
        /** Copies the list. */
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
