package dev.firn.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings waiting records to the card, several with one fsync ("group commit"), notes how far acknowledgements have
 * come, and deletes what is done with. One platform thread, the only one that writes.
 */
final class OutboxWriter implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final OutboxState state;
    private final SegmentLog log;
    private final AckMark mark;
    private final OutboxSettings settings;
    private final OutboxListener listener;

    private long notedWatermark;
    private boolean failing;

    OutboxWriter(OutboxState state, SegmentLog log, AckMark mark, OutboxSettings settings, OutboxListener listener) {
        this.state = state;
        this.log = log;
        this.mark = mark;
        this.settings = settings;
        this.listener = listener;
        this.notedWatermark = state.watermark();
    }

    @Override
    public void run() {
        long interval = settings.syncEvery().toNanos();
        long lastSync = System.nanoTime() - interval;
        try {
            while (state.awaitWork(lastSync + interval, notedWatermark)) {
                lastSync = System.nanoTime();
                boolean written = writeBatch();
                noteAcknowledged();
                if (!written && !state.pause(RETRY)) {
                    LOG.error("outbox: {} messages could not be written and are lost", state.unwritten());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings a batch to the card; false where the card refused it, and it waits on. */
    private boolean writeBatch() {
        List<OutboxRecord> batch = state.batch();
        if (batch.isEmpty()) {
            return true;
        }
        try {
            makeRoom(SegmentLog.batchBytes(batch));
            log.append(batch);
        } catch (IOException e) {
            reportFailing(true, Outbox.reason(e));
            reclaim();
            return false;
        }
        state.written(batch, log.bytes());
        reportFailing(false, "");
        return true;
    }

    /** On a full card the outbox's own last segment may be what fills it: gone with it once nobody needs it. */
    private void reclaim() {
        if (state.watermark() < log.nextSeq() - 1) {
            return;
        }
        try {
            mark.writeSafely(state.watermark());
            log.emptyActive();
        } catch (IOException e) {
            LOG.debug("outbox: nothing to reclaim", e);
        }
    }

    private void makeRoom(int bytes) throws IOException {
        forget(state.watermark());
        while (log.bytes() + bytes > settings.maxBytes()) {
            // Before the segment goes: a reader that finds it gone counts its records as done, alarms too.
            long watermark = state.watermark();
            Optional<SegmentLog.Dropped> dropped = log.dropOldest();
            if (dropped.isEmpty()) {
                return; // the limit is smaller than this one batch
            }
            openPart(dropped.get().range()).ifPresent(this::lose);
            appendAnew(dropped.get().kept(), watermark);
        }
    }

    /** What must not be lost begins again behind everything else; where it fills the log itself, it has to go. */
    private void appendAnew(List<OutboxRecord> kept, long watermark) {
        if (SegmentLog.batchBytes(kept) > settings.segmentBytes() / 2) {
            LOG.error("outbox: {} alarms dropped, they alone fill the outbox", kept.size());
            return;
        }
        for (OutboxRecord alarm : kept) {
            if (alarm.seq() > watermark) {
                state.append(alarm.payload(), true, alarm.origin());
            }
        }
    }

    /** The part of a dropped range that was not acknowledged. */
    private Optional<SeqRange> openPart(SeqRange dropped) {
        long firstOpen = Math.max(dropped.from(), state.watermark() + 1);
        return firstOpen > dropped.to() ? Optional.empty() : Optional.of(new SeqRange(firstOpen, dropped.to()));
    }

    private void lose(SeqRange range) {
        state.done(range);
        // Not noted on the card before something newer is acknowledged: should the power fail until the listener's
        // announcement is written, the next start finds the loss and announces it.
        notedWatermark = state.watermark();
        listener.lost(range, "outbox full");
    }

    private void noteAcknowledged() {
        long watermark = state.watermark();
        if (watermark <= notedWatermark) {
            return;
        }
        notedWatermark = watermark;
        try {
            if (!forget(watermark)) {
                mark.write(watermark);
            }
        } catch (IOException e) {
            LOG.warn("outbox: acknowledgements up to {} could not be noted: {}", watermark, Outbox.reason(e));
        }
    }

    /** Deletes what is done with, if a whole segment is; the card must know that it was before it is gone. */
    private boolean forget(long watermark) throws IOException {
        if (!log.canForget(watermark)) {
            return false;
        }
        mark.writeSafely(watermark);
        log.forgetUpTo(watermark);
        state.logIsNow(log.bytes());
        return true;
    }

    private void reportFailing(boolean nowFailing, String reason) {
        if (failing != nowFailing) {
            failing = nowFailing;
            listener.storageFailed(nowFailing, reason);
        }
    }
}
