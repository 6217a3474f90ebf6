package dev.firn.derived;

/**
 * One input of a calculation, by what it is to it.
 *
 * @param name key in the configuration, beside which the series stands that plays the role
 * @param unit SenML unit that the series must have; one whose source does not say its unit is believed
 * @param need whether it has to be there
 */
public record Role(String name, String unit, Need need) {

    /** Whether an input has to be there. */
    public enum Need {
        /** It must be named, and without a usable value of it there is no result. */
        REQUIRED,
        /** It need not be named; if it is, without a usable value of it there is no result. */
        OPTIONAL,
        /** It must be named, but the calculation has something to say without a value of it, too. */
        LENIENT
    }

    static Role required(String name, String unit) {
        return new Role(name, unit, Need.REQUIRED);
    }

    static Role optional(String name, String unit) {
        return new Role(name, unit, Need.OPTIONAL);
    }

    static Role lenient(String name, String unit) {
        return new Role(name, unit, Need.LENIENT);
    }

    /** Whether values of this unit can play the role. */
    public boolean accepts(String otherUnit) {
        return otherUnit.isEmpty() || otherUnit.equals(unit);
    }
}
