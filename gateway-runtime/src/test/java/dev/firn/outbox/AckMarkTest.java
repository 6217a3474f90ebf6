package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AckMarkTest {

    private static final UUID EPOCH = new UUID(1, 2);

    @TempDir
    private Path folder;

    @Test
    void remembersTheHighest() throws IOException {
        assertThat(reopened(EPOCH)).isEmpty();
        write(7, 9, 11);
        assertThat(reopened(EPOCH)).isEqualTo(OptionalLong.of(11));
    }

    @Test
    void fallsBackToTheOtherSlotWhenOneIsTorn() throws IOException {
        write(7, 9);
        byte[] content = Files.readAllBytes(file());
        content[512 + 17] ^= 1; // within seq of the second slot, which holds 9
        Files.write(file(), content);
        assertThat(reopened(EPOCH)).isEqualTo(OptionalLong.of(7));
        write(8);
        assertThat(reopened(EPOCH)).isEqualTo(OptionalLong.of(8));
    }

    @Test
    void ignoresTheMarkOfAnotherEpoch() throws IOException {
        write(7, 9);
        assertThat(reopened(new UUID(1, 3))).isEmpty();
    }

    private OptionalLong reopened(UUID epoch) throws IOException {
        try (AckMark mark = AckMark.open(file(), epoch)) {
            return mark.read();
        }
    }

    private void write(long... seqs) throws IOException {
        try (AckMark mark = AckMark.open(file(), EPOCH)) {
            mark.read();
            for (long seq : seqs) {
                mark.write(seq);
            }
        }
    }

    private Path file() {
        return folder.resolve("acknowledged");
    }
}
