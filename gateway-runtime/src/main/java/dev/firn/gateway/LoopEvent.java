package dev.firn.gateway;

import dev.firn.clock.ClockLook;
import dev.firn.clock.SatelliteTime;
import dev.firn.outbox.DropReport;
import dev.firn.outbox.SeqRange;
import dev.firn.sensor.replay.DamagedLine;
import dev.firn.sensor.replay.RecordedRow;
import java.time.Duration;

/** What the loop is told by other threads. */
sealed interface LoopEvent {

    /** Readings of one moment came. */
    record Arrived(RecordedRow row) implements LoopEvent {}

    /** Nothing came up to this moment, milliseconds since 1970-01-01T00:00Z, and nothing older will. */
    record TimePassed(long millis) implements LoopEvent {}

    /** Sensors have said something, or some time has passed: look. */
    record ReadingsWait() implements LoopEvent {}

    /** The system was looked at to see what time it is. */
    record ClockLooked(ClockLook look) implements LoopEvent {}

    /** A satellite receiver told the time. */
    record TimeTold(SatelliteTime time) implements LoopEvent {}

    /** Of no matter to the loop itself: the cloud is told of it. */
    sealed interface News extends LoopEvent {}

    /** A sensor does not answer as it should. */
    record SensorLost(String sensor, String reason) implements News {}

    /** A lost sensor measures again. */
    record SensorBack(String sensor, Duration away) implements News {}

    /** So many messages of a source said nothing of use, the latest on this topic. */
    record MessagesUnreadable(String source, String topic, String reason, long count) implements News {}

    /** A transfer on a bus does not end. */
    record BusStuck(String bus, String sensor) implements News {}

    /** A stuck bus goes on. */
    record BusFreed(String bus, Duration stuck) implements News {}

    /** A line of a recording could not be read. */
    record LineSkipped(DamagedLine line) implements News {}

    /** Every recording is through; so many lines were skipped in all. */
    record ReplayEnded(long linesSkipped) implements LoopEvent {}

    /** A recording cannot be read any further. */
    record ReplayFailed(String reason) implements LoopEvent {}

    /** The outbox was full, and its oldest records had to go. */
    record RecordsDropped(DropReport report) implements News {}

    /** Records of the outbox are gone for good. */
    record RecordsLost(SeqRange range, String reason) implements News {}

    /** The outbox's card refuses, or takes again. */
    record StorageChanged(boolean failing, String reason) implements News {}

    /** The broker does not take this message. */
    record MessageRefused(long seq, String topic) implements News {}

    /** Somebody has something to remember. */
    record Noted(String request, String text) implements News {}

    /** The history has something to say. */
    record HistoryChanged(Notice notice) implements News {}

    /** The outbox may be empty: look. */
    record MaybeDrained() implements LoopEvent {}

    /** The process is asked to end. */
    record StopRequested() implements LoopEvent {}
}
