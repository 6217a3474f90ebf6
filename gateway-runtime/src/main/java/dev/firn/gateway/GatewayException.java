package dev.firn.gateway;

import dev.firn.config.Problem;
import java.util.List;

/** The sensors contradict the configuration: found when they are opened, before anything is sent. */
public final class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    GatewayException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::describe).toList()));
        this.problems = problems;
    }

    /** What is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}
