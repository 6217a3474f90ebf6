package dev.firn.senml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.util.Optional;

/**
 * The tokens of a JSON text that is in memory, one after the other. Every fault of the text is a
 * {@link JsonSyntaxException}; a key that stands twice in an object is one. For one thread.
 */
public final class JsonTokens {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    /** The tokens of this text. */
    public JsonTokens(String text) {
        parser = attempt(() -> JSON.createParser(text));
    }

    /** Goes to the next token; empty at the end of the text. */
    public Optional<JsonToken> next() {
        return Optional.ofNullable(attempt(parser::nextToken));
    }

    /** Goes to the next token, which must be there. */
    public JsonToken require() {
        return next().orElseThrow(() -> new JsonSyntaxException(line(), column(), "the text ends too early"));
    }

    /** The present token. */
    public JsonToken current() {
        return parser.currentToken();
    }

    /** The present token's text: that of a string, a number or a key. */
    public String text() {
        return attempt(parser::getText);
    }

    /** The present token's number; infinite where it is too great for a double. */
    public double number() {
        return attempt(parser::getDoubleValue);
    }

    /** Goes to the end of the object or the list that begins here; stays where none does. */
    public void skipChildren() {
        attempt(parser::skipChildren);
    }

    /** Line of the present token, from 1. */
    public int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** Column of the present token, from 1. */
    public int column() {
        return Math.max(1, parser.currentTokenLocation().getColumnNr());
    }

    // The parser's own remarks on where something began name its classes, which help nobody.
    private static String plain(String message) {
        int remark = message.indexOf(" (start marker");
        return Quote.of(remark < 0 ? message : message.substring(0, remark));
    }

    /** One step of the parser. */
    private interface Step<T> {
        T take() throws Exception;
    }

    // The parser declares faults of input and output, which a text in memory cannot have: what comes is of the text.
    private static <T> T attempt(Step<T> step) {
        try {
            return step.take();
        } catch (JacksonException e) {
            boolean known = e.getLocation() != null;
            int line = known ? e.getLocation().getLineNr() : 1;
            int column = known ? e.getLocation().getColumnNr() : 1;
            throw new JsonSyntaxException(Math.max(1, line), Math.max(1, column), plain(e.getOriginalMessage()));
        } catch (Exception e) {
            throw new JsonSyntaxException(1, 1, Quote.of(String.valueOf(e.getMessage())));
        }
    }
}
