package dev.firn.senml;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Optional;

/** The value of one label of a record: the token at which the parser stands. */
record LabelledToken(String label, JsonTokens tokens) {

    /** The value as a finite number. */
    double number() {
        double number =
                is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_NUMBER_FLOAT) ? tokens.number() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw wrong("is no number", "send a JSON number");
        }
        return number;
    }

    String text() {
        if (!is(JsonToken.VALUE_STRING)) {
            throw wrong("is no text", "send it in quotation marks");
        }
        return tokens.text();
    }

    boolean truth() {
        if (!is(JsonToken.VALUE_TRUE) && !is(JsonToken.VALUE_FALSE)) {
            throw wrong("is neither true nor false", "send one of the two");
        }
        return is(JsonToken.VALUE_TRUE);
    }

    /** The value, unless it is empty: then it is wrong. */
    <T> T orWrong(Optional<T> value, String reason, String cure) {
        return value.orElseThrow(() -> wrong(reason, cure));
    }

    SenMlException wrong(String reason, String cure) {
        return new SenMlException(tokens.column(), tokens.text(), "as " + label + " " + reason, cure);
    }

    private boolean is(JsonToken token) {
        return tokens.current() == token;
    }
}
