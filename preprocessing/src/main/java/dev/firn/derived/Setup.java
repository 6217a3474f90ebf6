package dev.firn.derived;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the user has set for one calculation, as numbers, with defaults filled in; and which inputs were named. */
final class Setup {

    private final Set<String> namedRoles;
    private final Map<String, Double> numbers = new HashMap<>();

    Setup(Calculation calculation, Set<String> namedRoles, Map<String, String> written) {
        this.namedRoles = Set.copyOf(namedRoles);
        for (Parameter parameter : calculation.parameters()) {
            numbers.put(parameter.name(), number(parameter, written));
        }
    }

    private static double number(Parameter parameter, Map<String, String> written) {
        String text = written.get(parameter.name());
        String present = text != null ? text : usual(parameter);
        try {
            return parameter.parse(present);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(parameter.name() + ": " + e.getMessage(), e);
        }
    }

    private static String usual(Parameter parameter) {
        return parameter
                .usual()
                .orElseThrow(() -> new IllegalArgumentException(parameter.name() + ": is missing and has no default"));
    }

    double number(String parameter) {
        Double number = numbers.get(parameter);
        if (number == null) {
            throw new IllegalArgumentException(parameter + ": no such parameter");
        }
        return number;
    }

    long millis(String parameter) {
        return (long) number(parameter);
    }

    int choice(String parameter) {
        return (int) number(parameter);
    }

    boolean isNamed(String role) {
        return namedRoles.contains(role);
    }
}
