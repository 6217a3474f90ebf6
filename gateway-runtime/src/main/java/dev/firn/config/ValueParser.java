package dev.firn.config;

/** Turns the text of a scalar into a value. */
@FunctionalInterface
interface ValueParser<T> {

    /**
     * {@return the value}
     *
     * @throws BadValueException if the text is none, with the reason and the cure
     */
    T parse(String text) throws BadValueException;
}
