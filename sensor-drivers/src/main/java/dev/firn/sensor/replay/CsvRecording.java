package dev.firn.sensor.replay;

import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A counter's recording as CSV: on each line a time and a number, either of them quoted or not; an empty number is a
 * missing one. Times are {@code 2005-07-24T00:30}, with or without seconds, a fraction of them and an offset such as
 * {@code Z} or {@code +01:00}, a space instead of the {@code T}, or {@code 07/24/05 00:30:00}, month first, the year of
 * two digits (2000 to 2099) or four. A first line of titles is passed over.
 *
 * <p>A time without offset is of the counter's zone. When summer time begins, times in the hour that does not exist are
 * taken as winter time running on (02:30 is 03:30 summer time); when it ends, an hour that comes twice is of the first
 * pass as long as time goes forward, then of the second.
 */
public final class CsvRecording implements Recording {

    private final BoundedLines lines;
    private final SeriesId series;
    private final RowSequence rows;

    private CsvRecording(BoundedLines lines, SeriesId series, ZoneId zone, Consumer<DamagedLine> listener) {
        this.lines = lines;
        this.series = series;
        this.rows = new RowSequence(lines, new CsvLineParser(series, zone), listener);
    }

    /**
     * Opens the file; reads nothing yet.
     *
     * @param file two columns, no more
     * @param series what the numbers are
     * @param zone of times that do not say theirs
     * @param listener told of every damaged line, by the thread that reads
     * @throws RecordingException if the file cannot be opened
     */
    public static CsvRecording open(Path file, SeriesId series, ZoneId zone, Consumer<DamagedLine> listener) {
        return new CsvRecording(BoundedLines.open(file), series, zone, listener);
    }

    @Override
    public Path file() {
        return lines.file();
    }

    @Override
    public List<SeriesId> series() {
        return List.of(series);
    }

    @Override
    public Optional<Position> position() {
        return Optional.empty();
    }

    @Override
    public Optional<RecordedRow> next() {
        return rows.next();
    }

    @Override
    public int line() {
        return rows.line();
    }

    @Override
    public void close() {
        lines.close();
    }
}
