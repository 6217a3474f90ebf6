package dev.firn.senml;

/** A text that is no JSON. */
public final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /** Says where, both from 1, and what is wrong. */
    public JsonSyntaxException(int line, int column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    /** Line in the text, from 1. */
    public int line() {
        return line;
    }

    /** Column in the line, from 1. */
    public int column() {
        return column;
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
