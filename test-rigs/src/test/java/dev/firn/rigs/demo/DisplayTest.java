package dev.firn.rigs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.ledger.PublishedSummary;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private static final Progress HALF_WAY = new Progress(0, 1000, 500);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Board board = new Board();

    @Test
    void linesAreAppendedOnceForEachSummary() {
        Display lines = new Display.Lines(out);
        lines.show(board, HALF_WAY);
        board.accept(summary("station/air-temperature", 1, OptionalDouble.of(-1.5), 1));
        lines.show(board, HALF_WAY);
        lines.show(board, HALF_WAY);
        board.accept(summary("station/air-temperature", 2, OptionalDouble.empty(), 9));
        lines.show(board, HALF_WAY);
        assertThat(text().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "1970-01-01 02:00Z station/air-temperature Cel -1.50 -1.50 good 1",
                        "1970-01-01 04:00Z station/air-temperature Cel - - missing 2");
    }

    @Test
    void tableIsDrawnOverItself() {
        Display table = new Display.Table(out);
        board.accept(summary("b/wind-speed", 1, OptionalDouble.of(3), 3));
        table.show(board, HALF_WAY);
        board.accept(summary("a/wind-speed", 2, OptionalDouble.of(4), 4));
        table.show(board, HALF_WAY);
        assertThat(text())
                .contains("[###############---------------]  50 %  1 summaries")
                .contains("suspect")
                .containsSubsequence("\033[3A", "2 summaries", "a/wind-speed", "fail", "b/wind-speed");
    }

    @Test
    void nothingIsShownForScripts() {
        Display.on(out, true).show(board, HALF_WAY);
        assertThat(text()).isEmpty();
    }

    @Test
    void progressStaysWithinTheRecording() {
        assertThat(new Progress(0, 1000, 2000).percent()).isEqualTo(100);
        assertThat(new Progress(0, 1000, Long.MIN_VALUE).percent()).isZero();
        assertThat(new Progress(5, 5, 5).percent()).isEqualTo(100);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static PublishedSummary summary(String series, long window, OptionalDouble value, int flag) {
        return new PublishedSummary(
                "a",
                window,
                series,
                (window - 1) * 7_200_000,
                window * 7_200_000,
                "Cel",
                4,
                4,
                0,
                Map.of("last", value, "mean", value),
                flag,
                Map.of());
    }
}
