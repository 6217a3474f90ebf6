package dev.firn.senml;

/** A line that is no SenML as Firn speaks it. Its message says in which column, what was found, why, and what to send. */
public final class SenMlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int column;

    /**
     * Says what is wrong.
     *
     * @param column where in the line, from 1; 0 where the line as a whole is meant
     * @param found what stands there
     * @param reason why it cannot be
     * @param cure what to send instead
     */
    public SenMlException(int column, String found, String reason, String cure) {
        super((column > 0 ? "column " + column + ": " : "") + (found.isEmpty() ? "" : "\"" + Quote.of(found) + "\" ")
                + reason + "; " + cure);
        this.column = column;
    }

    /** Where in the line, from 1; 0 where the line as a whole is meant. */
    public int column() {
        return column;
    }
}
