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
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofDays(1);

    private final OutboxState state;
    private final SegmentLog log;
    private final AckMark mark;
    private final Ties ties;
    private final OutboxSettings settings;
    private final Condenser condenser;
    private final WriteMeter meter;
    private final OutboxListener listener;

    private long notedWatermark;
    private boolean failing;
    private long failedNanos;

    OutboxWriter(
            OutboxState state,
            SegmentLog log,
            AckMark mark,
            Ties ties,
            OutboxSettings settings,
            Condenser condenser,
            WriteMeter meter,
            OutboxListener listener) {
        this.state = state;
        this.log = log;
        this.mark = mark;
        this.ties = ties;
        this.settings = settings;
        this.condenser = condenser;
        this.meter = meter;
        this.listener = listener;
        this.notedWatermark = state.watermark();
    }

    @Override
    public void run() {
        long interval = settings.syncEvery().toNanos();
        long lastSync = System.nanoTime() - interval;
        try {
            while (state.awaitWork(lastSync + interval, notedWatermark, failing ? CALM : LONG)) {
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
            succeeded(); // all that ever waited is written
            return true;
        }
        try {
            ties.beforeWrite().makeSafe();
            makeRoom(SegmentLog.batchBytes(batch));
            log.append(batch);
        } catch (IOException e) {
            failed(Outbox.reason(e));
            reclaim();
            return false;
        }
        meter.wrote(SegmentLog.batchBytes(batch));
        state.written(batch, log.bytes());
        succeeded();
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
            Optional<SegmentLog.Oldest> oldest = log.oldest();
            if (oldest.isEmpty()) {
                return; // the limit is smaller than this one batch
            }
            drop(oldest.get());
        }
    }

    /** The oldest segment goes: what stands for its records first, so that no reader finds it gone and counts them as damaged. */
    private void drop(SegmentLog.Oldest oldest) throws IOException {
        List<OutboxRecord> open = oldest.records().stream()
                .filter(found -> !state.isDone(found.seq()))
                .toList();
        Optional<SeqRange> range = openPart(oldest.range());
        range.ifPresent(state::done);
        // Not noted on the card before something newer is acknowledged: should the power fail until the listener's
        // announcement is written, the next start finds the loss and announces it.
        notedWatermark = Math.max(notedWatermark, state.watermark());
        log.dropOldest();
        state.logIsNow(log.bytes());
        range.ifPresent(gone -> replace(gone, open));
    }

    private void replace(SeqRange gone, List<OutboxRecord> open) {
        List<OutboxRecord> alarms = open.stream().filter(OutboxRecord::kept).toList();
        List<OutboxRecord> others = open.stream().filter(found -> !found.kept()).toList();
        // What comes again must be less than what goes, or the writer would be busy with that for ever.
        int room = settings.segmentBytes() / 4 * 3;
        boolean alarmsFit = SegmentLog.batchBytes(alarms) <= room;
        if (alarmsFit) {
            alarms.forEach(alarm -> state.append(alarm.payload(), true, alarm.origin()));
        } else {
            LOG.error("outbox: {} alarms dropped, they alone fill the outbox", alarms.size());
        }
        Condenser.Condensed condensed = condenser.condense(others);
        int roomLeft = room - (alarmsFit ? SegmentLog.batchBytes(alarms) : 0);
        boolean fits = bytesOf(condensed) <= roomLeft && append(condensed);
        int replaced = fits ? condensed.replaced() : 0;
        listener.dropped(new DropReport(
                gone,
                condensed.fromMillis(),
                condensed.toMillis(),
                replaced,
                fits ? condensed.replacements().size() : 0,
                others.size() - replaced + (alarmsFit ? 0 : alarms.size())));
    }

    private boolean append(Condenser.Condensed condensed) {
        return condensed.replacements().stream()
                .allMatch(coarser ->
                        state.append(coarser.payload(), false, coarser.origin()).isPresent());
    }

    private static int bytesOf(Condenser.Condensed condensed) {
        return condensed.replacements().stream()
                .mapToInt(coarser -> RecordFormat.OVERHEAD + coarser.payload().length)
                .sum();
    }

    /** The part of a range that is not done with, from its first such number on. */
    private Optional<SeqRange> openPart(SeqRange range) {
        long firstOpen = state.firstOpen(range.from());
        return firstOpen > range.to() ? Optional.empty() : Optional.of(new SeqRange(firstOpen, range.to()));
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
                meter.wrote(AckMark.SLOT_BYTES);
            }
        } catch (IOException e) {
            LOG.warn("outbox: acknowledgements up to {} could not be noted: {}", watermark, Outbox.reason(e));
        }
    }

    /** Deletes what is done with, if a whole segment is; the card must know that it was before it is gone. */
    private boolean forget(long watermark) throws IOException {
        long forgettable = ties.forgettable(watermark);
        if (!log.canForget(forgettable)) {
            return false;
        }
        mark.writeSafely(watermark);
        log.forgetUpTo(forgettable);
        state.logIsNow(log.bytes());
        return true;
    }

    private void failed(String reason) {
        failedNanos = System.nanoTime();
        if (!failing) {
            failing = true;
            listener.storageFailed(true, reason);
        }
    }

    /** On a full card a batch may fit now and then: it works again only once none was refused for a while. */
    private void succeeded() {
        if (failing && System.nanoTime() - failedNanos > CALM.toNanos()) {
            failing = false;
            listener.storageFailed(false, "");
        }
    }
}
