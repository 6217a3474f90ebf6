package dev.firn.preprocessor.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramRunTest {

    private static final String HELLO = "[{\"n\":\"firn/hello\",\"vs\":\"counting development\"}]";
    private static final String GATE = "[{\"n\":\"gate/people-in\",\"t\":1734950000,\"v\":3}]\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void endOfInputDrains() {
        assertThat(run(GATE)).isZero();
        assertThat(lines()).hasSize(2).first().isEqualTo(HELLO);
        assertThat(lines().getLast()).contains("counting/advice", "\\\"sum\\\":3");
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void drainEndsTheProgramThoughTheInputGoesOn() {
        assertThat(run(GATE + "{\"n\":\"firn/drain\",\"vb\":true}\n" + GATE)).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().getLast()).contains("\\\"sum\\\":3");
    }

    @Test
    void lastLineMayLackItsLineFeed() {
        assertThat(run(GATE + GATE.strip())).isZero();
        assertThat(lines().getLast()).contains("\\\"sum\\\":6");
    }

    @Test
    void damagedLinesAreToldAndHarmNoOthers() {
        String mixed =
                "[{\"n\":\"gate\",\"t\":1734950000,\"v\":3},{\"n\":\"gate/people-in\",\"t\":1734950000,\"v\":4}]";
        assertThat(run(GATE + "rubbish\n\n \r\n" + "x".repeat(70_000) + "\n" + mixed + "\n\u00ff\n" + GATE))
                .isZero();
        assertThat(lines().getLast()).contains("\\\"sum\\\":10");
        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("counting: input line 2 skipped: column 8: no JSON"))
                .anyMatch(line -> line.startsWith("counting: input line 5 skipped: longer than 65536 bytes; send"))
                .anyMatch(
                        line -> line.startsWith("counting: input line 6 skipped: \"gate\" is not the name of a series"))
                .anyMatch(line -> line.startsWith("counting: input line 7 skipped: the line is not in UTF-8"));
    }

    @Test
    void floodOfDamagedLinesIsToldAsANumber() {
        assertThat(run("x\n".repeat(250) + GATE)).isZero();
        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .hasSize(101)
                .endsWith("counting: 150 more lines were skipped");
    }

    @Test
    void sameInputGivesTheSameBytes() {
        run(GATE.repeat(50));
        byte[] first = out.toByteArray();
        out.reset();
        run(GATE.repeat(50));
        assertThat(out.toByteArray()).isEqualTo(first);
    }

    @Test
    void answersWhileTheInputStaysOpen() throws IOException {
        try (PipedOutputStream toProgram = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(toProgram);
                PipedInputStream fromProgram = new PipedInputStream();
                PipedOutputStream programOut = new PipedOutputStream(fromProgram)) {
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(
                    () -> run(in, programOut, Optional.empty()), Thread::startVirtualThread);
            BufferedReader reader = new BufferedReader(new InputStreamReader(fromProgram, StandardCharsets.UTF_8));
            assertThat(reader.readLine()).isEqualTo(HELLO);
            send(toProgram, "{\"n\":\"firn/ping\",\"t\":1734950000,\"vs\":\"a\"}\n");
            assertThat(reader.readLine()).isEqualTo("[{\"n\":\"firn/pong\",\"t\":1734950000,\"vs\":\"a\"}]");
            send(toProgram, "{\"n\":\"firn/drain\",\"vb\":true}\n");
            assertThat(reader.readLine()).contains("counting/advice");
            assertThat(exit.join()).isZero();
        }
    }

    @Test
    void settingsFileIsRead() throws IOException {
        Path file = folder.resolve("counting.json");
        Files.writeString(file, "{\"label\": \"x\"}");
        assertThat(run("", "--config", file.toString())).isZero();
        Files.writeString(file, "{\"labl\": \"x\"}");
        assertThat(run("", "--config", file.toString())).isEqualTo(78);
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .isEqualTo(file + ":1: labl: is no key that is known here; remove it; known: label\n");
    }

    @Test
    void settingsFileThatCannotBeReadIsAProblemOfSettings() throws IOException {
        Path file = folder.resolve("counting.json");
        assertThat(run("", "--config", file.toString())).isEqualTo(78);
        Files.write(file, new byte[] {(byte) 0xFF});
        assertThat(run("", "--config", file.toString())).isEqualTo(78);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("cannot be read", "not in UTF-8");
    }

    @Test
    void wrongCallIsUsage() {
        assertThat(run("", "--confg", "x")).isEqualTo(64);
        assertThat(run("", "--config")).isEqualTo(64);
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .contains("counting: \"--confg\" is no option\nusage: counting [--config FILE]");
    }

    @Test
    void helpAndVersionAreAnswers() {
        assertThat(run("", "--help")).isZero();
        assertThat(run("", "--version")).isZero();
        assertThat(lines()).first().asString().startsWith("usage: counting");
        assertThat(lines().getLast()).isEqualTo("counting development");
    }

    @Test
    void faultOfTheProgramIsInternal() {
        assertThat(run(GATE.replace("3}", "-3}"))).isEqualTo(70);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("somebody came -3.0 times");
    }

    @Test
    void readerOfTheOutputThatWentAwayIsUnavailable() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(run(input(GATE), closed, Optional.empty())).isEqualTo(69);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEqualTo("counting: Broken pipe\n");
    }

    private int run(String input, String... arguments) {
        return run(input(input), out, Optional.empty(), arguments);
    }

    private int run(InputStream in, OutputStream output, Optional<String> socket, String... arguments) {
        PrintStream errors = new PrintStream(complaints, true, StandardCharsets.UTF_8);
        return ProgramRun.run(new CountingProgram(), new Surroundings(in, output, errors, socket), arguments);
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void send(OutputStream stream, String line) throws IOException {
        stream.write(line.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }
}
