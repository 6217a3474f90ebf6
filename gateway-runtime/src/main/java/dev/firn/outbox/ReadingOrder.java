package dev.firn.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order a connection's reader takes the records. With a short backlog, in the order of their numbers. With a long
 * one the reader has two places in the log: what comes from now on goes first, the backlog when there is nothing new, and
 * the alarms of the backlog before either. Not thread-safe.
 *
 * <pre>
 *  watermark  &lt;  backlogSeq &lt;= split  &lt;  liveSeq  &lt;=  syncedSeq + 1
 * </pre>
 */
final class ReadingOrder {

    /** A backlog of more records than this is overtaken by what is new. */
    static final int SHORT_BACKLOG = 256;

    /** Where the reader takes its next record from. */
    enum Lane {
        /** The place that goes on where the connection before has ended. */
        BACKLOG,
        /** The place behind the backlog. */
        LIVE
    }

    /**
     * What to read.
     *
     * @param seq number of the record
     * @param lane by which place in the log
     * @param lastSeq the last number of the lane, as far as it has one
     */
    record Turn(long seq, Lane lane, long lastSeq) {

        /** Whether nothing overtakes it. */
        boolean isInOnlyLane() {
            return lane == Lane.BACKLOG && lastSeq == Long.MAX_VALUE;
        }
    }

    private final AckTracker acks;
    private final Deque<Long> alarms = new ArrayDeque<>();
    private final Set<Long> alarmsTaken = new HashSet<>();
    private long backlogSeq;
    private long split;
    private long liveSeq;

    ReadingOrder(AckTracker acks) {
        this.acks = acks;
        restart(acks.watermark());
    }

    /** A new connection begins at the oldest open record; so many are safe on the card. */
    void restart(long syncedSeq) {
        alarms.clear();
        alarmsTaken.clear();
        backlogSeq = acks.watermark() + 1;
        boolean isLong = syncedSeq - acks.watermark() - acks.countBeyond() > SHORT_BACKLOG;
        split = isLong ? syncedSeq : Long.MAX_VALUE;
        liveSeq = isLong ? syncedSeq + 1 : Long.MAX_VALUE;
    }

    /** The backlog that is overtaken, or empty when all go in the order of their numbers. */
    OptionalLong endOfBacklog() {
        return split == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(split);
    }

    /** An alarm was found in the backlog; does nothing if its turn has come already. */
    void found(long alarm) {
        if (alarm >= backlogSeq && alarm <= split && !acks.isDone(alarm)) {
            alarms.add(alarm);
        }
    }

    /** An alarm that goes before everything else. */
    OptionalLong nextAlarm() {
        Long alarm = alarms.poll();
        while (alarm != null && (alarm < backlogSeq || acks.isDone(alarm))) {
            alarm = alarms.poll();
        }
        if (alarm == null) {
            return OptionalLong.empty();
        }
        alarmsTaken.add(alarm);
        return OptionalLong.of(alarm);
    }

    /** What comes next, but for alarms; null if it is not safe on the card yet. */
    @Nullable
    Turn next(long syncedSeq) {
        if (split < Long.MAX_VALUE) {
            liveSeq = acks.firstOpen(liveSeq);
            if (liveSeq <= syncedSeq) {
                return new Turn(liveSeq, Lane.LIVE, Long.MAX_VALUE);
            }
        }
        skipInBacklog();
        if (backlogSeq > split) {
            backlogSeq = liveSeq;
            split = Long.MAX_VALUE;
            liveSeq = Long.MAX_VALUE;
            alarmsTaken.clear();
        }
        return backlogSeq <= syncedSeq ? new Turn(backlogSeq, Lane.BACKLOG, split) : null;
    }

    /** The record of this turn, or the next intact one behind it, was read: its number, which is in the same lane. */
    void taken(Turn turn, long seq) {
        if (turn.lane() == Lane.LIVE) {
            liveSeq = seq + 1;
        } else {
            backlogSeq = seq + 1;
        }
    }

    private void skipInBacklog() {
        backlogSeq = acks.firstOpen(backlogSeq);
        while (alarmsTaken.contains(backlogSeq)) {
            backlogSeq = acks.firstOpen(backlogSeq + 1);
        }
    }
}
