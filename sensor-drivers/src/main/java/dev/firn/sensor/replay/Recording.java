package dev.firn.sensor.replay;

import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An opened recorded file, read line by line: memory does not grow with the file, nor with a line of it. Rows come with
 * strictly increasing times. A line that holds no row is reported and skipped, and costs nothing else:
 *
 * <ul>
 *   <li>one that cannot be read: wrong number of columns, no number, no timestamp, garbage, endless;
 *   <li>one whose time is not after that of the last good row: it goes back, or comes twice;
 *   <li>one whose time jumps so far ahead that the four rows after it, themselves in order, would go back: one mistyped
 *       year must not cost the rest of the file.
 * </ul>
 *
 * <p>A row is handed out once the four after it are read, so a report can be ahead of the rows by that much.
 *
 * <p>Of one thread. {@link RecordingException} when the file cannot be read any further.
 */
public sealed interface Recording extends AutoCloseable permits SmetRecording, CsvRecording {

    /** The file it is read from. */
    Path file();

    /** The series of every row, in the order of the columns. */
    List<SeriesId> series();

    /** Where the station stands, if the file says so in degrees. */
    Optional<Position> position();

    /** The next good row; empty at the end of the file. */
    Optional<RecordedRow> next();

    /** Number of the line, counted from 1, that the last row was on; 0 before the first. */
    int line();

    /** Closes the file. May be called again. */
    @Override
    void close();
}
