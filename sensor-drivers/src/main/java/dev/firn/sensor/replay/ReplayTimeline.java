package dev.firn.sensor.replay;

import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Several recordings as one sequence of rows in order of time; of rows at the same time, that of the source configured
 * first comes first. Of each source, the part that it asks for, re-dated as it asks. Can be started over, so that the
 * recordings are replayed again right after themselves.
 *
 * <p>Of one thread. Every method but {@code close} throws {@link RecordingException} when a file cannot be read.
 */
public final class ReplayTimeline implements AutoCloseable {

    /** Between the passes over recordings that hold no two times. */
    private static final long SINGLE_ROW_STEP_MILLIS = 1000;

    private final List<ReplaySource> sources;
    private final List<SeriesId> series;
    private final Map<String, Position> positions;
    private List<ReplayTrack> tracks;
    private long rowsRead;

    /** How much later than in the tracks the rows of this pass come. */
    private long passMillis;
    /** Of the rows handed out in this pass, re-dated as they were; empty before the first. */
    private Optional<Long> firstMillis = Optional.empty();

    private Optional<Long> lastMillis = Optional.empty();
    private long stepMillis = SINGLE_ROW_STEP_MILLIS;

    private ReplayTimeline(List<ReplaySource> sources, List<ReplayTrack> tracks) {
        this.sources = sources;
        this.tracks = tracks;
        this.series = tracks.stream().flatMap(track -> track.series().stream()).toList();
        this.positions = positions(tracks);
    }

    /**
     * Opens every source and reads it up to its first row. If one of them fails, none stays open.
     *
     * @param sources in the order of the configuration, each of another sensor
     * @param listener told of every damaged line, by the thread that reads, when it is met for the first time
     * @throws RecordingException if a file cannot be read, or its header is not understood
     */
    public static ReplayTimeline open(List<ReplaySource> sources, Consumer<DamagedLine> listener) {
        Set<String> sensors = new HashSet<>();
        for (ReplaySource source : sources) {
            if (!sensors.add(source.sensor())) {
                throw new IllegalArgumentException("sensor \"" + source.sensor() + "\" has two recordings");
            }
        }
        return new ReplayTimeline(List.copyOf(sources), openTracks(sources, listener));
    }

    /** The series of all sources, in the order of the configuration and, within a source, of its columns. */
    public List<SeriesId> series() {
        return series;
    }

    /** Where the stations stand that say so, by sensor, in the order of the configuration. */
    public Map<String, Position> positions() {
        return positions;
    }

    /** Rows handed out so far, over all passes. */
    public long rowsRead() {
        return rowsRead;
    }

    /** The next row of all; empty when every source is through. */
    public Optional<RecordedRow> next() {
        Optional<RecordedRow> row = earliest().map(track -> track.take().laterBy(passMillis));
        row.ifPresent(this::count);
        return row;
    }

    /**
     * Starts over with the first row of each source, re-dated so that time goes on: the first row comes after the last
     * one handed out by the last interval between rows (a second, if there was none). Lines that were damaged are so
     * again, and not reported again.
     *
     * @return false if nothing was handed out since the last start, so that starting over would lead nowhere
     */
    public boolean startOver() {
        if (firstMillis.isEmpty() || lastMillis.isEmpty()) {
            return false;
        }
        close();
        tracks = openTracks(sources, _ -> {});
        passMillis += lastMillis.get() - firstMillis.get() + stepMillis;
        firstMillis = Optional.empty();
        return true;
    }

    @Override
    public void close() {
        closeAll(tracks);
        tracks = List.of();
    }

    private void count(RecordedRow row) {
        long timeMillis = row.timeMillis();
        rowsRead++;
        if (lastMillis.isPresent() && timeMillis > lastMillis.get()) {
            stepMillis = timeMillis - lastMillis.get();
        }
        firstMillis = firstMillis.or(() -> Optional.of(timeMillis));
        lastMillis = Optional.of(timeMillis);
    }

    private Optional<ReplayTrack> earliest() {
        Optional<ReplayTrack> earliest = Optional.empty();
        long earliestMillis = Long.MAX_VALUE;
        for (ReplayTrack track : tracks) {
            Optional<Long> millis = track.nextMillis();
            if (millis.isPresent() && millis.get() < earliestMillis) {
                earliest = Optional.of(track);
                earliestMillis = millis.get();
            }
        }
        return earliest;
    }

    private static List<ReplayTrack> openTracks(List<ReplaySource> sources, Consumer<DamagedLine> listener) {
        List<ReplayTrack> tracks = new ArrayList<>();
        try {
            for (ReplaySource source : sources) {
                tracks.add(ReplayTrack.open(source, listener));
            }
        } catch (RuntimeException e) {
            closeAll(tracks);
            throw e;
        }
        return List.copyOf(tracks);
    }

    private static void closeAll(List<ReplayTrack> tracks) {
        tracks.forEach(ReplayTrack::close);
    }

    private static Map<String, Position> positions(List<ReplayTrack> tracks) {
        Map<String, Position> positions = new LinkedHashMap<>();
        for (ReplayTrack track : tracks) {
            track.position().ifPresent(position -> positions.put(track.sensor(), position));
        }
        return Collections.unmodifiableMap(positions);
    }
}
