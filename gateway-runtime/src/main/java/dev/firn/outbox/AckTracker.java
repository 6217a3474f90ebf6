package dev.firn.outbox;

import java.util.TreeSet;

/**
 * Which records are done with. Acknowledgements may come in any order; the watermark is the number up to which none
 * is open. Not thread-safe.
 */
final class AckTracker {

    private final TreeSet<Long> beyond = new TreeSet<>();
    private long watermark;

    AckTracker(long watermark) {
        this.watermark = watermark;
    }

    /** Every record up to this number, inclusive, is done with. */
    long watermark() {
        return watermark;
    }

    boolean isDone(long seq) {
        return seq <= watermark || beyond.contains(seq);
    }

    void done(long seq) {
        done(new SeqRange(seq, seq));
    }

    void done(SeqRange range) {
        if (range.from() <= watermark + 1) {
            watermark = Math.max(watermark, range.to());
        } else {
            for (long seq = range.from(); seq <= range.to(); seq++) {
                beyond.add(seq);
            }
        }
        absorb();
    }

    private void absorb() {
        while (!beyond.isEmpty() && beyond.first() <= watermark + 1) {
            watermark = Math.max(watermark, beyond.removeFirst());
        }
    }
}
