package dev.firn.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void replacesAFileAndLeavesNothingBesideIt() throws IOException {
        SafeFiles.replace(folder, "state", bytes("a long first one"));
        SafeFiles.replace(folder, "state", bytes("second"));
        assertThat(folder.resolve("state")).hasContent("second");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatALostWriteLeftBesideIsOverwritten() throws IOException {
        Path beside = SafeFiles.beside(folder.resolve("state"));
        Files.writeString(beside, "half of something that is longer");
        SafeFiles.replace(folder, "state", bytes("whole"));
        assertThat(folder.resolve("state")).hasContent("whole");
        assertThat(beside).doesNotExist();
    }

    @Test
    void appendsToAFileThatNeedNotBeThere() throws IOException {
        Path file = folder.resolve("lines");
        SafeFiles.append(file, bytes("one\n"));
        SafeFiles.append(file, bytes("two\n"));
        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void setsADamagedFileAsideInThePlaceOfAnEarlierOne() throws IOException {
        Path file = folder.resolve("state");
        SafeFiles.write(file, bytes("first"));
        SafeFiles.setAside(file);
        SafeFiles.write(file, bytes("second"));
        assertThat(SafeFiles.setAside(file)).hasFileName("state.damaged").hasContent("second");
        assertThat(file).doesNotExist();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
