package dev.firn.outbox;

import dev.firn.storage.SafeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segment files: opened, appended to, rolled, dropped. All of it belongs to the writer's thread, but for
 * {@link #holding}, {@link #after} and {@link #holds}, which readers may call.
 *
 * <p>Opening reads the newest segment alone, so that it takes the same time however long the backlog is.
 */
final class SegmentLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentLog.class);

    private final Path directory;
    private final int segmentBytes;
    private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
    private final UUID epoch;
    private FileChannel active;
    private long activeEnd;
    private long nextSeq;
    private long sealedBytes;

    private SegmentLog(Path directory, int segmentBytes, UUID epoch, Segment newest, FileChannel active)
            throws IOException {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.epoch = epoch;
        this.active = active;
        SegmentScan.Tail tail = SegmentScan.tail(newest.readAll(), newest.firstSeq());
        this.activeEnd = tail.end();
        this.nextSeq = tail.nextSeq();
        segments.put(newest.firstSeq(), newest);
    }

    static SegmentLog open(Path directory, int segmentBytes) throws IOException {
        List<Segment> found = find(directory);
        dropTornBirth(found);
        Optional<UUID> epoch = newestEpoch(found);
        if (epoch.isPresent()) {
            return reopen(directory, segmentBytes, epoch.get(), found);
        }
        for (Segment unknown : found) {
            setAside(unknown);
        }
        return begin(directory, segmentBytes);
    }

    /** A power cut while a segment is made leaves a file without an intact header; no record was in it yet. */
    private static void dropTornBirth(List<Segment> found) throws IOException {
        if (!found.isEmpty() && Files.size(found.getLast().path()) <= SegmentHeader.BYTES) {
            Segment newest = found.getLast();
            if (SegmentHeader.decode(newest.readAll()).isEmpty()) {
                setAside(newest);
                found.removeLast();
            }
        }
    }

    private static Optional<UUID> newestEpoch(List<Segment> found) throws IOException {
        for (Segment segment : found.reversed()) {
            Optional<SegmentHeader> header = SegmentHeader.decode(segment.readAll());
            if (header.isPresent()) {
                return header.map(SegmentHeader::epoch);
            }
            LOG.warn("outbox: {} has a damaged header; its records are still read", segment.path());
        }
        return Optional.empty();
    }

    private static SegmentLog reopen(Path directory, int segmentBytes, UUID epoch, List<Segment> found)
            throws IOException {
        Segment newest = found.getLast();
        FileChannel channel = FileChannel.open(newest.path(), StandardOpenOption.WRITE);
        channel.write(new SegmentHeader(epoch, newest.firstSeq()).encode(), 0);
        SegmentLog log = new SegmentLog(directory, segmentBytes, epoch, newest, channel);
        for (Segment sealed : found.subList(0, found.size() - 1)) {
            log.segments.put(sealed.firstSeq(), sealed);
            log.sealedBytes += Files.size(sealed.path());
        }
        log.truncateTornTail();
        return log;
    }

    private static SegmentLog begin(Path directory, int segmentBytes) throws IOException {
        UUID epoch = UUID.randomUUID();
        Segment first = Segment.in(directory, 1);
        FileChannel channel = create(directory, first, epoch);
        return new SegmentLog(directory, segmentBytes, epoch, first, channel);
    }

    UUID epoch() {
        return epoch;
    }

    /** The number that the next record gets. */
    long nextSeq() {
        return nextSeq;
    }

    /** Numbers up to this one are taken, although the log does not show it. */
    void skipTo(long leastNextSeq) {
        nextSeq = Math.max(nextSeq, leastNextSeq);
    }

    long oldestSeq() {
        return segments.firstKey();
    }

    long bytes() {
        return sealedBytes + activeEnd;
    }

    /** The segment that holds this number, or the oldest where it is gone already. */
    Segment holding(long seq) {
        Map.Entry<Long, Segment> entry = segments.floorEntry(seq);
        return entry != null ? entry.getValue() : segments.firstEntry().getValue();
    }

    /** Whether it is not deleted. */
    boolean holds(Segment segment) {
        return segments.containsKey(segment.firstSeq());
    }

    /** The segment that follows this one, or the newest. */
    Segment after(Segment segment) {
        Map.Entry<Long, Segment> entry = segments.higherEntry(segment.firstSeq());
        return entry != null ? entry.getValue() : segments.lastEntry().getValue();
    }

    /** Appends the records and waits until the card has them. After a failure the log is as it was before. */
    void append(List<OutboxRecord> batch) throws IOException {
        if (activeEnd >= segmentBytes) {
            roll();
        }
        ByteBuffer bytes = ByteBuffer.allocate(batchBytes(batch));
        batch.forEach(appended -> RecordFormat.encode(appended, bytes));
        bytes.flip();
        try {
            long at = activeEnd;
            while (bytes.hasRemaining()) {
                at += active.write(bytes, at);
            }
            active.force(false);
            activeEnd = at;
            nextSeq = batch.getLast().seq() + 1;
        } catch (IOException e) {
            active.truncate(activeEnd);
            throw e;
        }
    }

    static int batchBytes(List<OutboxRecord> batch) {
        return batch.stream().mapToInt(RecordFormat::bytesOf).sum();
    }

    /** Whether there is a sealed segment in which every record is done with. */
    boolean canForget(long watermark) {
        return segments.size() > 1 && endOfOldest() <= watermark;
    }

    /** Deletes the segments in which every record is done with. */
    void forgetUpTo(long watermark) throws IOException {
        while (canForget(watermark)) {
            deleteOldest();
        }
    }

    /** What the oldest segment holds, which is sealed then; empty where the log is empty. */
    Optional<Oldest> oldest() throws IOException {
        if (segments.size() == 1) {
            if (activeEnd == SegmentHeader.BYTES) {
                return Optional.empty();
            }
            roll();
        }
        SeqRange range = new SeqRange(segments.firstKey(), endOfOldest());
        return Optional.of(new Oldest(range, segments.firstEntry().getValue().records()));
    }

    /** Deletes the oldest segment whatever is in it. */
    void dropOldest() throws IOException {
        deleteOldest();
    }

    /**
     * The oldest segment.
     *
     * @param range its numbers
     * @param records what is in it
     */
    record Oldest(SeqRange range, List<OutboxRecord> records) {}

    /** The records from this number on. Not while anything is appended. */
    void readFrom(long seq, Consumer<OutboxRecord> found) throws IOException {
        for (Segment segment : segments.tailMap(holding(seq).firstSeq()).values()) {
            SegmentScan.records(segment.readAll(), Math.max(seq, segment.firstSeq()), found);
        }
    }

    /**
     * Frees the space of the active segment on a full card. Every record in it must be done with, and the mark that
     * says so safe on the card: the number to go on with is in no record any more.
     */
    void emptyActive() throws IOException {
        if (activeEnd > SegmentHeader.BYTES) {
            active.truncate(SegmentHeader.BYTES);
            activeEnd = SegmentHeader.BYTES;
            roll();
            forgetUpTo(nextSeq - 1);
        }
    }

    @Override
    public void close() throws IOException {
        active.close();
    }

    /** Seals the active segment and begins the next; only then may the old one go. */
    private void roll() throws IOException {
        Segment next = Segment.in(directory, nextSeq);
        FileChannel channel = create(directory, next, epoch);
        active.close();
        active = channel;
        sealedBytes += activeEnd;
        activeEnd = SegmentHeader.BYTES;
        segments.put(next.firstSeq(), next);
    }

    private long endOfOldest() {
        return segments.higherKey(segments.firstKey()) - 1;
    }

    private void deleteOldest() throws IOException {
        Segment oldest = segments.firstEntry().getValue();
        long size = Files.size(oldest.path());
        segments.remove(oldest.firstSeq());
        Files.delete(oldest.path());
        sealedBytes -= size;
    }

    private void truncateTornTail() throws IOException {
        long torn = active.size() - activeEnd;
        if (torn > 0) {
            LOG.warn(
                    "outbox: {} torn bytes cut off the end of {}",
                    torn,
                    segments.lastEntry().getValue().path());
            active.truncate(activeEnd);
        }
        // What a killed process had written without fsync is sent from here on, so it has to be safe first.
        active.force(true);
    }

    private static FileChannel create(Path directory, Segment segment, UUID epoch) throws IOException {
        FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.write(new SegmentHeader(epoch, segment.firstSeq()).encode());
            channel.force(true);
            SafeFiles.sync(directory);
            return channel;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(segment.path());
            throw e;
        }
    }

    private static List<Segment> find(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Segment::isOne)
                    .map(Segment::at)
                    .sorted(Comparator.comparingLong(Segment::firstSeq))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private static void setAside(Segment segment) throws IOException {
        LOG.warn("outbox: {} cannot be read, set aside as .damaged", segment.path());
        SafeFiles.setAside(segment.path());
    }
}
