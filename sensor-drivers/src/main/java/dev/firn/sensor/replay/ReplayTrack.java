package dev.firn.sensor.replay;

import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One recording within a timeline: the part of it that is replayed, re-dated. Of one thread. */
final class ReplayTrack implements AutoCloseable {

    private final ReplaySource source;
    private final Recording recording;
    private final long laterByMillis;
    private Optional<RecordedRow> head;

    private ReplayTrack(ReplaySource source, Recording recording) {
        this.source = source;
        this.recording = recording;
        this.head = firstRow(source, recording);
        this.laterByMillis = laterBy(source, head);
    }

    /** Opens the recording and reads up to the first row that is replayed. */
    static ReplayTrack open(ReplaySource source, Consumer<DamagedLine> listener) {
        Recording recording = source.open(listener);
        try {
            return new ReplayTrack(source, recording);
        } catch (RuntimeException e) {
            recording.close();
            throw e;
        }
    }

    String sensor() {
        return source.sensor();
    }

    List<SeriesId> series() {
        return recording.series();
    }

    Optional<Position> position() {
        return recording.position();
    }

    /** When the next row falls; empty once all that is to be replayed was taken. */
    Optional<Long> nextMillis() {
        return head.map(row -> row.timeMillis() + laterByMillis);
    }

    /** Takes the row that is next. */
    RecordedRow take() {
        RecordedRow row = head.orElseThrow();
        head = recording.next().filter(next -> isBeforeEnd(source, next));
        return row.laterBy(laterByMillis);
    }

    @Override
    public void close() {
        recording.close();
    }

    private static Optional<RecordedRow> firstRow(ReplaySource source, Recording recording) {
        long fromMillis = source.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        Optional<RecordedRow> row = recording.next();
        while (row.isPresent() && row.get().timeMillis() < fromMillis) {
            row = recording.next();
        }
        return row.filter(first -> isBeforeEnd(source, first));
    }

    private static boolean isBeforeEnd(ReplaySource source, RecordedRow row) {
        return source.to().isEmpty() || row.timeMillis() < source.to().get().toEpochMilli();
    }

    private static long laterBy(ReplaySource source, Optional<RecordedRow> first) {
        Optional<Long> start = source.from().map(Instant::toEpochMilli).or(() -> first.map(RecordedRow::timeMillis));
        return source.startAt().isPresent() && start.isPresent()
                ? source.startAt().get().toEpochMilli() - start.get()
                : 0;
    }
}
