package dev.firn.history;

import dev.firn.history.SeriesNames.Named;
import dev.firn.outbox.WriteMeter;
import dev.firn.storage.SafeFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file: a map of rows for every hour in which windows ended. An hour goes as a whole, which frees its pages without
 * reading them; H2 writes over them once they have been free for its retention time, 45 s, so that the file need not shrink to
 * be bounded.
 *
 * <p>Its writer's thread puts, commits and drops; any thread may read meanwhile. Whatever H2 throws becomes a
 * {@link DamageException} or a {@link StorageException}.
 */
final class HistoryFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final String SERIES = "series";
    private static final String HOUR = "hour-";
    private static final int ROWS_OF_A_COMMIT = 1000;

    private final Path path;
    private final WriteMeter meter;
    private final MVStore store;
    private final SeriesNames names;
    private final Map<Long, MVMap<byte[], byte[]>> hours = new ConcurrentSkipListMap<>();

    private HistoryFile(Path path, WriteMeter meter, MVStore store) {
        this.path = path;
        this.meter = meter;
        this.store = store;
        names = new SeriesNames(store.openMap(SERIES, SeriesNames.type()));
        for (String name : store.getMapNames()) {
            if (name.startsWith(HOUR)) {
                long hour = Long.parseLong(name, HOUR.length(), name.length(), 10);
                hours.put(hour, store.openMap(name, rows()));
            }
        }
    }

    /** The file at this path, in a folder that is there; a new one if it is not there. */
    static HistoryFile open(Path path, WriteMeter meter) {
        try (FileChannel probe =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            probe.size(); // that it can be opened at all is known from here on
        } catch (IOException e) {
            throw new StorageException(e.toString(), e);
        }
        return guarded(() -> {
            MeteredFile file = new MeteredFile(meter);
            file.open(path.toString(), false, null);
            MVStore store = new MVStore.Builder()
                    .adoptFileStore(file)
                    .autoCommitDisabled()
                    .open();
            try {
                store.setVersionsToKeep(0);
                return new HistoryFile(path, meter, store);
            } catch (RuntimeException e) {
                store.closeImmediately();
                throw e;
            }
        });
    }

    /** Puts a summary in; in the place of one of the same window, if there is one. */
    void put(PastSummary past) {
        guarded(() -> {
            RowKey key = RowKey.of(past.summary(), names.number(past.summary().series()));
            put(key.hour(), key.encode(), RowFormat.encode(key, past));
            return key;
        });
    }

    private void put(long hour, byte[] key, byte[] row) {
        hours.computeIfAbsent(hour, absent -> store.openMap(HOUR + absent, rows()))
                .put(key, row);
    }

    /** Everything that was put in is on the card when this returns, all of it or nothing. */
    void commit() {
        guarded(() -> {
            if (store.hasUnsavedChanges()) {
                store.commit();
                store.sync();
            }
            return path;
        });
    }

    /** The hours that have rows, oldest first. */
    List<Long> hours() {
        return List.copyOf(hours.keySet());
    }

    /** Forgets all that ended in this hour. */
    void drop(long hour) {
        guarded(() -> {
            MVMap<byte[], byte[]> map = hours.remove(hour);
            if (map != null) {
                store.removeMap(map);
            }
            return path;
        });
    }

    /** When the latest window ended; empty if there is none. */
    Optional<Long> newestMillis() {
        List<Long> all = hours();
        return guarded(() -> all.isEmpty()
                ? Optional.<Long>empty()
                : Optional.ofNullable(hours.get(all.getLast()))
                        .flatMap(rows -> Optional.ofNullable(rows.lastKey()))
                        .map(key -> RowKey.decode(key).toMillis()));
    }

    /** Bytes of the file. */
    long bytes() {
        return guarded(() -> store.getFileStore().size());
    }

    /** Of these, those that cannot be written over yet. */
    long bytesInUse() {
        return guarded(() -> store.getFileStore().size() * store.getFillRate() / 100);
    }

    List<String> series() {
        return names.all();
    }

    /**
     * The windows of a series that ended after one time and not after another. Those that end together come together, be
     * they more than are wanted.
     */
    HistoryPage summaries(String series, long afterMillis, long toMillis, int most) {
        Optional<Named> named = names.named(series);
        return named.isEmpty()
                ? new HistoryPage(List.of(), false)
                : guarded(() -> summaries(named.get(), afterMillis, toMillis, most));
    }

    private HistoryPage summaries(Named series, long afterMillis, long toMillis, int most) {
        List<PastSummary> found = new ArrayList<>();
        long first = RowKey.hourOf(afterMillis);
        for (Map.Entry<Long, MVMap<byte[], byte[]>> hour : hours.entrySet()) {
            if (hour.getKey() < first || hour.getKey() > RowKey.hourOf(toMillis)) {
                continue;
            }
            Cursor<byte[], byte[]> rows = hour.getValue().cursor(RowKey.firstEndingAt(afterMillis + 1));
            while (rows.hasNext()) {
                RowKey key = RowKey.decode(rows.next());
                if (key.toMillis() > toMillis) {
                    break;
                }
                if (key.series() != series.number()) {
                    continue;
                }
                if (found.size() >= most
                        && key.toMillis() != found.getLast().summary().toMillis()) {
                    return new HistoryPage(found, true);
                }
                found.add(RowFormat.decode(series.series(), key, rows.getValue()));
            }
        }
        return new HistoryPage(found, false);
    }

    /**
     * Puts a smaller file in the place of this one, with the newest rows, and opens that. H2 can make a file smaller too, but
     * gives up its retention time for it.
     *
     * @param mostBytes how large the new one may become
     */
    HistoryFile shrunk(long mostBytes) {
        Path beside = SafeFiles.beside(path);
        return guarded(() -> {
            try {
                Files.deleteIfExists(beside);
                try (HistoryFile smaller = open(beside, meter)) {
                    copyNewest(smaller, mostBytes);
                }
                close();
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
                syncFolder();
            } catch (IOException e) {
                throw new StorageException(e.toString(), e);
            }
            return open(path, meter);
        });
    }

    private void syncFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            SafeFiles.sync(folder);
        }
    }

    private void copyNewest(HistoryFile smaller, long mostBytes) {
        names.all().stream().flatMap(name -> names.named(name).stream()).forEach(smaller.names::copy);
        int copied = 0;
        for (Map.Entry<Long, MVMap<byte[], byte[]>> hour :
                new TreeMap<>(hours).descendingMap().entrySet()) {
            Cursor<byte[], byte[]> rows = hour.getValue().cursor(null, null, true);
            while (rows.hasNext()) {
                smaller.put(hour.getKey(), rows.next(), rows.getValue());
                copied++;
                if (copied % ROWS_OF_A_COMMIT == 0) {
                    smaller.commit();
                    if (smaller.bytes() >= mostBytes) {
                        return;
                    }
                }
            }
        }
        smaller.commit();
    }

    @Override
    public void close() {
        guarded(() -> {
            store.close();
            return path;
        });
    }

    /** Reads everything, to throw if any of it is damaged. */
    void check() {
        guarded(() -> {
            for (MVMap<byte[], byte[]> map : hours.values()) {
                Cursor<byte[], byte[]> rows = map.cursor(null);
                while (rows.hasNext()) {
                    RowFormat.check(rows.next(), rows.getValue());
                }
            }
            return path;
        });
    }

    /** Lets go of the file as it is. */
    void abandon() {
        try {
            store.closeImmediately();
        } catch (RuntimeException e) {
            LOG.debug("history: {} was closed by a failure before", path, e);
        }
    }

    private static MVMap.Builder<byte[], byte[]> rows() {
        return new MVMap.Builder<byte[], byte[]>().keyType(BoundedBytes.TYPE).valueType(BoundedBytes.TYPE);
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (DamageException | StorageException e) {
            throw e;
        } catch (MVStoreException e) {
            throw switch (e.getErrorCode()) {
                case DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED, DataUtils.ERROR_FILE_LOCKED ->
                    new StorageException(e.toString(), e);
                default -> new DamageException(e.toString(), e);
            };
        } catch (RuntimeException e) {
            // H2 meets what is not its own with whatever it stumbles over.
            throw new DamageException(e.toString(), e);
        }
    }
}
