package dev.firn.rigs.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What is seen while the demonstration runs. One thread. */
sealed interface Display {

    /** Shows how things stand. */
    void show(Board board, Progress progress);

    /** A table that is drawn over itself, lines that are appended, or nothing. */
    static Display on(PrintStream out, boolean quiet) {
        return quiet ? new Nothing() : isTerminal() ? new Table(out) : new Lines(out);
    }

    private static boolean isTerminal() {
        try {
            String standardOutput =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return standardOutput.startsWith("/dev/pts/") || standardOutput.startsWith("/dev/tty");
        } catch (IOException noSuchPlace) {
            return false;
        }
    }

    /** For scripts. */
    record Nothing() implements Display {

        @Override
        public void show(Board board, Progress progress) {
            // The report says it all.
        }
    }

    /** For files and pipes: a line for each series that has closed a window since the look before. */
    record Lines(PrintStream out, Map<String, Long> shown) implements Display {

        Lines(PrintStream out) {
            this(out, new HashMap<>());
        }

        @Override
        public void show(Board board, Progress progress) {
            board.rows().stream()
                    .filter(row -> shown.getOrDefault(row.series(), 0L) < row.sent())
                    .forEach(this::append);
        }

        private void append(Board.Row row) {
            shown.put(row.series(), row.sent());
            out.println(Cells.TIME.format(Instant.ofEpochMilli(row.untilMillis())) + "  " + Cells.of(row));
        }
    }

    /** For terminals: a table that stays where it is (ECMA-48 control sequences). */
    final class Table implements Display {

        private static final int BAR = 30;

        private final PrintStream out;
        private int drawn;

        Table(PrintStream out) {
            this.out = out;
        }

        @Override
        public void show(Board board, Progress progress) {
            List<String> lines = lines(board, progress);
            StringBuilder text = new StringBuilder();
            if (drawn > 0) {
                text.append("\033[").append(drawn).append('A');
            }
            lines.forEach(line -> text.append("\033[2K").append(line).append('\n'));
            out.print(text);
            out.flush();
            drawn = lines.size();
        }

        private static List<String> lines(Board board, Progress progress) {
            int done = BAR * progress.percent() / 100;
            List<String> lines = new ArrayList<>();
            lines.add("%s  [%s%s] %3d %%  %d summaries"
                    .formatted(
                            Cells.TIME.format(progress.now()),
                            "#".repeat(done),
                            "-".repeat(BAR - done),
                            progress.percent(),
                            board.sent()));
            lines.add(Cells.HEADER);
            board.rows().forEach(row -> lines.add(Cells.of(row)));
            return lines;
        }
    }

    /** The columns of table and lines. */
    final class Cells {

        static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

        private static final String ROW = "%-34s %-6s %10s %12s  %-13s %5s";
        static final String HEADER = ROW.formatted("series", "unit", "latest", "window mean", "flag", "sent");

        private Cells() {}

        static String of(Board.Row row) {
            return ROW.formatted(
                    row.series(), row.unit(), number(row.latest()), number(row.mean()), row.flagWord(), row.sent());
        }

        private static String number(OptionalDouble value) {
            return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
        }
    }
}
