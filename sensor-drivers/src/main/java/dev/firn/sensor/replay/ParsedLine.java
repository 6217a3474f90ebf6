package dev.firn.sensor.replay;

/** What a line of a recording turns out to be. */
sealed interface ParsedLine {

    /** A row, whatever its time. */
    record Measured(RecordedRow row) implements ParsedLine {}

    /** Something else than a row should be. */
    record Damaged(String reason) implements ParsedLine {}

    /** A blank line, a comment, a title: nothing to report. */
    record Nothing() implements ParsedLine {}
}
