package dev.firn.gateway;

import dev.firn.outbox.SeqRange;
import dev.firn.sensor.replay.DamagedLine;
import dev.firn.sensor.replay.RecordedRow;

/** What the loop is told by other threads. */
sealed interface LoopEvent {

    /** Readings of one moment came. */
    record Arrived(RecordedRow row) implements LoopEvent {}

    /** Nothing came up to this moment, milliseconds since 1970-01-01T00:00Z, and nothing older will. */
    record TimePassed(long millis) implements LoopEvent {}

    /** A line of a recording could not be read. */
    record LineSkipped(DamagedLine line) implements LoopEvent {}

    /** Every recording is through; so many lines were skipped in all. */
    record ReplayEnded(long linesSkipped) implements LoopEvent {}

    /** A recording cannot be read any further. */
    record ReplayFailed(String reason) implements LoopEvent {}

    /** Records of the outbox are gone for good. */
    record RecordsLost(SeqRange range, String reason) implements LoopEvent {}

    /** The outbox's card refuses, or takes again. */
    record StorageChanged(boolean failing, String reason) implements LoopEvent {}

    /** The outbox may be empty: look. */
    record MaybeDrained() implements LoopEvent {}

    /** The process is asked to end. */
    record StopRequested() implements LoopEvent {}
}
