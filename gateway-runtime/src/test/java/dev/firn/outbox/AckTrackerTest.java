package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AckTrackerTest {

    @Test
    void watermarkWaitsForTheOldest() {
        AckTracker acks = new AckTracker(10);
        acks.done(12);
        acks.done(13);
        assertThat(acks.watermark()).isEqualTo(10);
        assertThat(acks.isDone(12)).isTrue();
        assertThat(acks.isDone(11)).isFalse();
        acks.done(11);
        assertThat(acks.watermark()).isEqualTo(13);
    }

    @Test
    void takesRangesAndRepetitions() {
        AckTracker acks = new AckTracker(0);
        acks.done(new SeqRange(3, 5));
        acks.done(4);
        assertThat(acks.watermark()).isZero();
        acks.done(new SeqRange(1, 2));
        assertThat(acks.watermark()).isEqualTo(5);
        acks.done(new SeqRange(2, 9));
        assertThat(acks.watermark()).isEqualTo(9);
        acks.done(1);
        assertThat(acks.watermark()).isEqualTo(9);
    }

    @Test
    void endsAtTheSameWatermarkInAnyOrder() {
        for (int seed = 0; seed < 50; seed++) {
            List<Long> seqs =
                    new ArrayList<>(LongStream.rangeClosed(1, 200).boxed().toList());
            Collections.shuffle(seqs, new Random(seed));
            AckTracker acks = new AckTracker(0);
            for (long seq : seqs) {
                acks.done(seq);
            }
            assertThat(acks.watermark()).isEqualTo(200);
        }
    }
}
