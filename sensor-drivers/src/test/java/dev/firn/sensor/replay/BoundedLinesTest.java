package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLinesTest {

    @TempDir
    Path dir;

    @Test
    void readsLinesOfUnixAndOfDos() {
        assertThat(lines("a\r\nb\n\r\n\nc\r\n")).containsExactly("1 a", "2 b", "3 ", "4 ", "5 c");
    }

    @Test
    void readsLastLineWithoutItsEnd() {
        assertThat(lines("a\nb")).containsExactly("1 a", "2 b");
    }

    @Test
    void emptyFileHasNoLine() {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void dropsByteOrderMark() {
        assertThat(lines("\uFEFFSMET\n\uFEFFx")).containsExactly("1 SMET", "2 \uFEFFx");
    }

    @Test
    void replacesUndecodableBytes() {
        byte[] latin1 = "Zürich\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(lines(latin1)).containsExactly("1 Z\uFFFDrich");
    }

    @Test
    void readsLinesAcrossTheEndOfTheBuffer() {
        List<String> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 300; i++) {
            String line = Integer.toString(i).repeat(i);
            text.append(line).append('\n');
            expected.add(i + " " + line);
        }
        assertThat(text.length()).isGreaterThan(1 << 16);
        assertThat(lines(text.toString())).isEqualTo(expected);
    }

    @Test
    void keepsOnlyTheBeginningOfAnEndlessLine() {
        byte[] bytes = new byte[3 * BoundedLines.LONGEST + 5];
        Arrays.fill(bytes, (byte) 'x');
        bytes[bytes.length - 3] = '\n';
        try (BoundedLines lines = BoundedLines.open(RecordedFiles.write(dir.resolve("f"), bytes))) {
            assertThat(lines.advance()).isTrue();
            assertThat(lines.isTooLong()).isTrue();
            assertThat(lines.bytes()).hasSize(BoundedLines.LONGEST);
            assertThat(lines.advance()).isTrue();
            assertThat(lines.isTooLong()).isFalse();
            assertThat(lines.bytes()).isEqualTo("xx");
            assertThat(lines.number()).isEqualTo(2);
            assertThat(lines.advance()).isFalse();
        }
    }

    @Test
    void takesALineOfExactlyTheGreatestLength() {
        byte[] bytes = new byte[BoundedLines.LONGEST];
        Arrays.fill(bytes, (byte) 'x');
        try (BoundedLines lines = BoundedLines.open(RecordedFiles.write(dir.resolve("f"), bytes))) {
            assertThat(lines.advance()).isTrue();
            assertThat(lines.isTooLong()).isFalse();
            assertThat(lines.bytes()).hasSize(BoundedLines.LONGEST);
        }
    }

    @Test
    void namesFileThatIsNotThere() {
        assertThatThrownBy(() -> BoundedLines.open(dir.resolve("gone.smet")))
                .isInstanceOf(RecordingException.class)
                .hasMessage(
                        dir.resolve("gone.smet") + ": there is no such file; correct the path, or copy the file there");
    }

    @Test
    void namesDirectoryTakenForAFile() {
        try (BoundedLines lines = BoundedLines.open(dir)) {
            assertThatThrownBy(lines::advance)
                    .isInstanceOf(RecordingException.class)
                    .hasMessageStartingWith(dir + ": cannot be read (");
        }
    }

    private List<String> lines(String text) {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines(byte[] bytes) {
        List<String> all = new ArrayList<>();
        try (BoundedLines lines = BoundedLines.open(RecordedFiles.write(dir.resolve("f"), bytes))) {
            while (lines.advance()) {
                all.add(lines.number() + " " + lines.text());
            }
        }
        return all;
    }
}
