package dev.firn.rigs.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchDirectoryTest {

    @Test
    void isDeletedWithAllItHolds() throws IOException {
        Path path;
        try (ScratchDirectory directory = ScratchDirectory.create("firn-test")) {
            path = directory.path();
            Files.createDirectories(directory.resolve("a/b"));
            Files.writeString(directory.resolve("a/b/c"), "x");
            assertThat(path).isDirectory();
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void canBeDeletedBySomebodyElseBefore() throws IOException {
        ScratchDirectory directory = ScratchDirectory.create("firn-test");
        Files.delete(directory.path());
        directory.close();
        assertThat(directory.path()).doesNotExist();
    }
}
