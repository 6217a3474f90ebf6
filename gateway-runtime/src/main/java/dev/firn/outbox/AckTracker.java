package dev.firn.outbox;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which records are done with. Acknowledgements may come in any order; the watermark is the number up to which none
 * is open. Takes room for each gap, not for each record. Not thread-safe.
 */
final class AckTracker {

    /** Runs beyond the watermark that are done with, first to last; never adjacent to each other or to the watermark. */
    private final TreeMap<Long, Long> beyond = new TreeMap<>();

    private long watermark;
    private long countBeyond;

    AckTracker(long watermark) {
        this.watermark = watermark;
    }

    /** Every record up to this number, inclusive, is done with. */
    long watermark() {
        return watermark;
    }

    /** How many records beyond the watermark are done with. */
    long countBeyond() {
        return countBeyond;
    }

    boolean isDone(long seq) {
        return seq <= watermark || endOfRun(seq) >= seq;
    }

    /** The first number from this one on that is not done with. */
    long firstOpen(long from) {
        long seq = Math.max(from, watermark + 1);
        return Math.max(seq, endOfRun(seq) + 1);
    }

    void done(long seq) {
        done(new SeqRange(seq, seq));
    }

    void done(SeqRange range) {
        long from = range.from();
        long to = range.to();
        Map.Entry<Long, Long> touched = beyond.floorEntry(to + 1);
        while (touched != null && touched.getValue() >= from - 1) {
            from = Math.min(from, touched.getKey());
            to = Math.max(to, touched.getValue());
            remove(touched);
            touched = beyond.floorEntry(to + 1);
        }
        if (from <= watermark + 1) {
            watermark = Math.max(watermark, to);
        } else {
            beyond.put(from, to);
            countBeyond += to - from + 1;
        }
        absorb();
    }

    private void absorb() {
        Map.Entry<Long, Long> first = beyond.firstEntry();
        while (first != null && first.getKey() <= watermark + 1) {
            remove(first);
            watermark = Math.max(watermark, first.getValue());
            first = beyond.firstEntry();
        }
    }

    private void remove(Map.Entry<Long, Long> run) {
        beyond.remove(run.getKey());
        countBeyond -= run.getValue() - run.getKey() + 1;
    }

    private long endOfRun(long seq) {
        Map.Entry<Long, Long> run = beyond.floorEntry(seq);
        return run == null ? Long.MIN_VALUE : run.getValue();
    }
}
