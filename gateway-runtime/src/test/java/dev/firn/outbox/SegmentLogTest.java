package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentLogTest {

    @TempDir
    private Path directory;

    @Test
    void emptyingTheActiveSegmentFreesItsSpaceAndKeepsTheNumbering() throws IOException {
        try (SegmentLog log = SegmentLog.open(directory, 1 << 20)) {
            log.append(List.of(
                    new OutboxRecord(1, Origin.TIMELESS, new byte[50_000], false),
                    new OutboxRecord(2, Origin.TIMELESS, new byte[50_000], false)));
            assertThat(log.bytes()).isGreaterThan(100_000);
            log.emptyActive();
            assertThat(log.bytes()).isEqualTo(SegmentHeader.BYTES);
            assertThat(directory.toFile().list()).containsExactly("outbox-0000000000000003.log");
        }
        try (SegmentLog log = SegmentLog.open(directory, 1 << 20)) {
            assertThat(log.nextSeq()).isEqualTo(3);
        }
    }

    @Test
    void emptyingAnEmptySegmentDoesNothing() throws IOException {
        try (SegmentLog log = SegmentLog.open(directory, 1 << 20)) {
            log.emptyActive();
            assertThat(log.nextSeq()).isEqualTo(1);
            assertThat(log.oldestSeq()).isEqualTo(1);
        }
    }

    @Test
    void rollsWhenTheSegmentIsFullAndReadsAcross() throws IOException {
        try (SegmentLog log = SegmentLog.open(directory, 1000)) {
            for (int seq = 1; seq <= 5; seq++) {
                log.append(List.of(new OutboxRecord(seq, Origin.TIMELESS, new byte[600], false)));
            }
            assertThat(directory.toFile().list()).hasSize(3);
            try (SegmentCursor cursor = new SegmentCursor(log, 2)) {
                for (int seq = 2; seq <= 5; seq++) {
                    assertThat(cursor.atLeast(seq).seq()).isEqualTo(seq);
                }
            }
            log.forgetUpTo(4);
            assertThat(log.oldestSeq()).isEqualTo(5);
        }
    }
}
