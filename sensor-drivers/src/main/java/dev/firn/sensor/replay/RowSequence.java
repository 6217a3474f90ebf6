package dev.firn.sensor.replay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The good rows of a recording, in strictly increasing order of time; reports every other line. Looks some rows ahead to
 * tell one row that jumps ahead from rows that go back. Of one thread.
 */
final class RowSequence {

    private static final int LOOK_AHEAD = 4;

    private record Candidate(int line, String bytes, RecordedRow row) {
        long time() {
            return row.timeMillis();
        }
    }

    private final BoundedLines lines;
    private final LineParser parser;
    private final Consumer<DamagedLine> listener;
    private final Deque<Candidate> ahead = new ArrayDeque<>();
    private Optional<Candidate> last = Optional.empty();

    RowSequence(BoundedLines lines, LineParser parser, Consumer<DamagedLine> listener) {
        this.lines = lines;
        this.parser = parser;
        this.listener = listener;
    }

    Optional<RecordedRow> next() {
        while (lookAhead()) {
            Candidate candidate = ahead.remove();
            Optional<String> fault = fault(candidate);
            if (fault.isEmpty()) {
                last = Optional.of(candidate);
                return Optional.of(candidate.row());
            }
            report(candidate.line(), candidate.bytes(), fault.get());
        }
        return Optional.empty();
    }

    /** Number of the line of the row handed out last; 0 before the first. */
    int line() {
        return last.map(Candidate::line).orElse(0);
    }

    private boolean lookAhead() {
        while (ahead.size() <= LOOK_AHEAD && lines.advance()) {
            parse();
        }
        return !ahead.isEmpty();
    }

    private void parse() {
        String bytes = lines.bytes();
        if (lines.isTooLong()) {
            report(lines.number(), bytes, "longer than " + BoundedLines.LONGEST + " bytes");
            return;
        }
        switch (parser.parse(bytes)) {
            case ParsedLine.Measured(RecordedRow row) -> ahead.add(new Candidate(lines.number(), bytes, row));
            case ParsedLine.Damaged(String reason) -> report(lines.number(), bytes, reason);
            case ParsedLine.Nothing _ -> {}
        }
    }

    private Optional<String> fault(Candidate candidate) {
        if (last.isPresent() && candidate.time() <= last.get().time()) {
            return Optional.of(notAfter(candidate, last.get()));
        }
        return jumpsAhead(candidate)
                ? Optional.of("time " + instant(candidate) + " jumps ahead of the lines that follow")
                : Optional.empty();
    }

    private static String notAfter(Candidate candidate, Candidate last) {
        return candidate.time() == last.time()
                ? "time " + instant(candidate) + " for the second time, after line " + last.line()
                : "time goes back to " + instant(candidate) + " from " + instant(last) + " on line " + last.line();
    }

    /** Whether all rows looked at go on from the last good row, in order, and are yet before this one. */
    private boolean jumpsAhead(Candidate candidate) {
        if (ahead.size() < LOOK_AHEAD) {
            return false;
        }
        long before = last.map(Candidate::time).orElse(Long.MIN_VALUE);
        for (Candidate next : ahead) {
            if (next.time() <= before || next.time() >= candidate.time()) {
                return false;
            }
            before = next.time();
        }
        return true;
    }

    private void report(int line, String bytes, String reason) {
        listener.accept(new DamagedLine(lines.file(), line, BoundedLines.asText(bytes), reason));
    }

    private static Instant instant(Candidate candidate) {
        return Instant.ofEpochMilli(candidate.time());
    }
}
