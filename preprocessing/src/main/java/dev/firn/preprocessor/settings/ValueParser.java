package dev.firn.preprocessor.settings;

/** Turns the text of a single value into what it means. */
@FunctionalInterface
public interface ValueParser<T> {

    /**
     * {@return what the text means}
     *
     * @throws BadValueException if it means nothing, with the reason and the cure
     */
    T parse(String text);
}
