package dev.firn.history;

import dev.firn.outbox.WriteMeter;
import dev.firn.storage.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with its limits: opened when it is needed, kept to its days and bytes, set aside when it is damaged. For one thread,
 * the writer's; the {@link HistoryFile} that it hands out may be read by others.
 */
final class HistoryStore {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryStore.class);

    /** Hours are dropped when the rows that are kept take this share of the bytes, in eighths. */
    private static final int FULL_EIGHTHS = 7;

    /** What a file that has grown too large is made smaller to, in eighths. */
    private static final int SHRUNK_EIGHTHS = 5;

    /** What was dropped counts as used until H2's retention time is over; before that nobody knows whether it was enough. */
    private static final long SETTLING_NANOS = Duration.ofMinutes(2).toNanos();

    private final HistorySettings settings;
    private final WriteMeter meter;
    private final Retention retention;
    private @Nullable HistoryFile open;
    private boolean droppedBefore;
    private long droppedNanos;

    HistoryStore(HistorySettings settings, WriteMeter meter) {
        this.settings = settings;
        this.meter = meter;
        retention = new Retention(settings.keep());
    }

    /** The file, opened if it is not. */
    HistoryFile file() {
        HistoryFile file = open;
        if (file == null) {
            long began = System.nanoTime();
            try {
                Files.createDirectories(settings.directory());
            } catch (IOException e) {
                throw new StorageException(e.toString(), e);
            }
            file = HistoryFile.open(settings.file(), meter);
            open = file;
            file.newestMillis().ifPresent(retention::startAt);
            LOG.info(
                    "history: {}, {} hours in {} KB, opened in {} ms",
                    settings.file(),
                    file.hours().size(),
                    file.bytes() >> 10,
                    (System.nanoTime() - began) / 1_000_000);
        }
        return file;
    }

    void put(List<PastSummary> batch) {
        HistoryFile file = file();
        for (PastSummary past : batch) {
            file.put(past);
            retention.saw(past.summary().toMillis(), past.clock());
        }
    }

    /** Puts on the card what was put in, and lets go what is too much. */
    void commit() {
        HistoryFile file = file();
        file.hours().stream().filter(retention::isOutdated).forEach(file::drop);
        file.commit();
        if (file.bytes() > settings.maxBytes()) {
            LOG.warn("history: {} KB are too many, its oldest hours go", file.bytes() >> 10);
            open = file.shrunk(settings.maxBytes() / 8 * SHRUNK_EIGHTHS);
        } else if (file.bytesInUse() > settings.maxBytes() / 8 * FULL_EIGHTHS && isSettled()) {
            dropOldest(file);
        }
    }

    private boolean isSettled() {
        return !droppedBefore || System.nanoTime() - droppedNanos > SETTLING_NANOS;
    }

    private void dropOldest(HistoryFile file) {
        List<Long> hours = file.hours();
        hours.stream().limit(Math.ceilDiv(hours.size(), 8)).forEach(file::drop);
        file.commit();
        droppedBefore = true;
        droppedNanos = System.nanoTime();
        LOG.info("history: its bytes are used up, the oldest of {} hours went", hours.size());
    }

    /** Puts the file, which is damaged, beside its place, and says where. */
    Path setAside() {
        abandon();
        try {
            return SafeFiles.setAside(settings.file());
        } catch (IOException e) {
            throw new StorageException(e.toString(), e);
        }
    }

    /** Lets go of the file as it is, to open it again later. */
    void abandon() {
        HistoryFile file = open;
        open = null;
        if (file != null) {
            file.abandon();
        }
    }

    void close() {
        HistoryFile file = open;
        open = null;
        if (file != null) {
            file.close();
        }
    }
}
