package dev.firn.derived;

import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One thing that can be derived: what it needs, what can be set, what comes out. Immutable. */
public final class Calculation {

    private final String name;
    private final List<Role> roles;
    private final List<Parameter> parameters;
    private final List<Quantity> outputs;
    private final boolean together;
    private final Function<Setup, Formula> maker;

    Calculation(
            String name,
            List<Role> roles,
            List<Parameter> parameters,
            List<Quantity> outputs,
            boolean together,
            Function<Setup, Formula> maker) {
        this.name = name;
        this.roles = List.copyOf(roles);
        this.parameters = List.copyOf(parameters);
        this.outputs = List.copyOf(outputs);
        this.together = together;
        this.maker = maker;
    }

    /** Its name in the configuration. */
    public String name() {
        return name;
    }

    /** Its inputs; a reading of the first sets it off. */
    public List<Role> roles() {
        return roles;
    }

    /** The input of this name. */
    public Optional<Role> role(String roleName) {
        return roles.stream().filter(role -> role.name().equals(roleName)).findFirst();
    }

    /** What the user may set. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The figure of this name that the user may set. */
    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(parameterName))
                .findFirst();
    }

    /** What comes out: one series of each. */
    public List<Quantity> outputs() {
        return outputs;
    }

    /** Whether all inputs must be of the same instant, as those of one sensor are, whatever the greatest age is. */
    public boolean isTogether() {
        return together;
    }

    /** A formula that has seen nothing yet; {@link IllegalArgumentException} if what is set does not go together. */
    Formula formula(Setup setup) {
        return maker.apply(setup);
    }
}
