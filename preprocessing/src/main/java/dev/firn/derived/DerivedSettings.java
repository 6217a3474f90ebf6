package dev.firn.derived;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One calculation that the user asks for.
 *
 * @param id sensor id of the series that come out
 * @param calculation its name in {@link Calculations}
 * @param inputs series by the name of the role that they play: {@code sensor/quantity}
 * @param maxAgeMillis how far from the reading that sets the calculation off another input may be, milliseconds, above 0
 * @param parameters what the user sets, by name, as it is written
 */
public record DerivedSettings(
        String id, String calculation, Map<String, String> inputs, long maxAgeMillis, Map<String, String> parameters) {

    /** How old an input may be if the user says nothing. */
    public static final long USUAL_MAX_AGE_MILLIS = 120_000;

    private static final Pattern NUMBER_OF_SEVERAL = Pattern.compile("-[0-9]+$");

    /** Checks everything, against the calculation too: the message says where, what, why and what is wanted. */
    public DerivedSettings {
        inputs = Map.copyOf(inputs);
        parameters = Map.copyOf(parameters);
        try {
            requireId(id);
            requireAge(maxAgeMillis);
            Calculation kind = Calculations.named(calculation).orElseThrow(() -> unknown(calculation));
            requireRoles(kind, inputs);
            requireParameters(kind, parameters);
            kind.formula(new Setup(kind, inputs.keySet(), parameters));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("derived " + id + " (" + calculation + "): " + e.getMessage(), e);
        }
    }

    private static void requireId(String id) {
        if (!SeriesId.isSensorId(id)) {
            throw new IllegalArgumentException(
                    "id: \"" + id + "\": want letters, digits, '.', '_' and '-', a letter or a digit first");
        }
    }

    private static void requireAge(long maxAgeMillis) {
        if (maxAgeMillis <= 0) {
            throw new IllegalArgumentException("max-age: " + maxAgeMillis + " ms is not above 0");
        }
    }

    private static IllegalArgumentException unknown(String calculation) {
        return new IllegalArgumentException(
                "calculation: no \"" + calculation + "\"; want one of " + String.join(", ", Calculations.names()));
    }

    // In the order of the names, so that of several faults always the same one is told.
    private static void requireRoles(Calculation kind, Map<String, String> inputs) {
        for (String name : inputs.keySet().stream().sorted().toList()) {
            Role role = kind.role(name).orElseThrow(() -> new IllegalArgumentException(name + ": has no such input"));
            requireSeries(role, inputs.getOrDefault(name, ""));
        }
        for (Role role : kind.roles()) {
            if (role.need() != Role.Need.OPTIONAL && !inputs.containsKey(role.name())) {
                throw new IllegalArgumentException(
                        role.name() + ": is missing; want sensor/quantity in " + role.unit());
            }
        }
    }

    private static void requireSeries(Role role, String series) {
        int slash = series.indexOf('/');
        if (slash < 0 || !SeriesId.isSensorId(series.substring(0, slash)) || slash == series.length() - 1) {
            throw new IllegalArgumentException(
                    role.name() + ": \"" + series + "\": want sensor/quantity, such as air/air-temperature");
        }
        quantity(series.substring(slash + 1))
                .filter(quantity -> !role.accepts(quantity.unit()))
                .ifPresent(quantity -> {
                    throw new IllegalArgumentException(role.name() + ": \"" + series + "\" is in " + quantity.unit()
                            + "; want a series in " + role.unit());
                });
    }

    // Of one of several there is only the general one: snow-temperature-3 is a snow-temperature.
    private static Optional<Quantity> quantity(String name) {
        return Quantity.named(name)
                .or(() -> Quantity.named(NUMBER_OF_SEVERAL.matcher(name).replaceFirst("")));
    }

    private static void requireParameters(Calculation kind, Map<String, String> parameters) {
        for (String name : parameters.keySet().stream().sorted().toList()) {
            if (kind.parameter(name).isEmpty()) {
                throw new IllegalArgumentException(name + ": is neither an input nor a parameter");
            }
        }
    }

    /** The calculation. */
    public Calculation kind() {
        return Calculations.named(calculation).orElseThrow(() -> unknown(calculation));
    }

    /** The series that come out, in the order of the calculation's outputs. */
    public List<SeriesId> outputs() {
        return kind().outputs().stream()
                .map(quantity -> new SeriesId(id, quantity))
                .toList();
    }

    Formula formula() {
        return kind().formula(new Setup(kind(), inputs.keySet(), parameters));
    }

    /** All that what it remembers depends on. */
    public String identity() {
        return this + " with " + new TreeMap<>(parameters);
    }

    /** The id, the calculation and its inputs by role, in the order of their names. */
    @Override
    public String toString() {
        return id + " (" + calculation + " of " + new TreeMap<>(inputs) + ")";
    }
}
