package dev.firn.sensor.replay;

import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A weather station's recording as SMET 1.1 ASCII (Bavay, "SMET format specification", WSL Institute for Snow and
 * Avalanche Research SLF). Columns that Firn knows come in its units, the others as the file has them, multiplied and
 * shifted as its header says.
 */
public final class SmetRecording implements Recording {

    private final BoundedLines lines;
    private final SmetHeader header;
    private final RowSequence rows;

    private SmetRecording(BoundedLines lines, SmetHeader header, Consumer<DamagedLine> listener) {
        this.lines = lines;
        this.header = header;
        this.rows = new RowSequence(lines, new SmetLineParser(header), listener);
    }

    /**
     * Opens the file and reads its header.
     *
     * @param file SMET 1.x with ASCII data
     * @param sensor id of the station in the configuration
     * @param listener told of every damaged line, by the thread that reads
     * @throws RecordingException if the file cannot be read, or its header is not understood
     */
    public static SmetRecording open(Path file, String sensor, Consumer<DamagedLine> listener) {
        BoundedLines lines = BoundedLines.open(file);
        try {
            return new SmetRecording(lines, SmetHeader.read(lines, sensor), listener);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public Path file() {
        return lines.file();
    }

    @Override
    public List<SeriesId> series() {
        return header.series();
    }

    @Override
    public Optional<Position> position() {
        return header.position();
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
