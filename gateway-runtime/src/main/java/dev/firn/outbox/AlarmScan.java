package dev.firn.outbox;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Looks for the alarms of a long backlog, one segment at a time, so that nothing waits for the whole of it. */
final class AlarmScan {

    private final SegmentLog log;
    private final long lastSeq;
    private Optional<Segment> next;

    /** A scan over the records from the first to the last number. */
    AlarmScan(SegmentLog log, long firstSeq, long lastSeq) {
        this.log = log;
        this.lastSeq = lastSeq;
        next = Optional.of(log.holding(firstSeq));
    }

    boolean isOver() {
        return next.isEmpty();
    }

    /** The alarms in the next segment. */
    List<OutboxRecord> step() throws IOException {
        Segment segment = next.orElseThrow();
        Segment after = log.after(segment);
        boolean more = after.firstSeq() > segment.firstSeq() && after.firstSeq() <= lastSeq;
        next = more ? Optional.of(after) : Optional.empty();
        try {
            return segment.records().stream()
                    .filter(found -> found.kept() && found.seq() <= lastSeq)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(); // dropped meanwhile; its alarms come again under new numbers
        }
    }
}
