package dev.firn.outbox;

/**
 * A run of numbers, both ends inclusive.
 *
 * @param from the first
 * @param to the last, not below {@code from}
 */
public record SeqRange(long from, long to) {

    /** Checks the order. */
    public SeqRange {
        if (from > to) {
            throw new IllegalArgumentException("range of seq: " + from + " to " + to);
        }
    }

    /** How many numbers it holds. */
    public long size() {
        return to - from + 1;
    }
}
