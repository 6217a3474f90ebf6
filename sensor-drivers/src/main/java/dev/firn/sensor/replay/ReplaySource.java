package dev.firn.sensor.replay;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A recorded file that stands in for a sensor, as the configuration says it.
 *
 * @param sensor the sensor's id
 * @param file the recording
 * @param format what the file is written in
 * @param quantity what a CSV file counts; people unless told. A SMET file says itself what it holds
 * @param zone of the times in a CSV file that do not say theirs. SMET has {@code tz} in its header
 * @param from start of what is replayed, inclusive, in recorded time
 * @param to end of what is replayed, exclusive, in recorded time
 * @param startAt the instant on which {@code from} is to fall, or the first row where there is no {@code from}; all
 *     times of the recording are moved by as much
 */
public record ReplaySource(
        String sensor,
        Path file,
        Format format,
        Optional<Quantity> quantity,
        ZoneId zone,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Instant> startAt) {

    /** What a recording is written in. */
    public enum Format {
        /** Weather stations: SMET 1.1 ASCII. */
        SMET,
        /** Counters: a time and a number on each line. */
        CSV;

        /** The format that the file's name ends with, in lower or upper case. */
        public static Optional<Format> of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".smet")) {
                return Optional.of(SMET);
            }
            return name.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
        }
    }

    /** Checks the sensor's id, that {@code from} is before {@code to}, and that a quantity is told for CSV only. */
    public ReplaySource {
        if (!SeriesId.isSensorId(sensor)) {
            throw new IllegalArgumentException("sensor id \"" + sensor + "\"");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("from " + from.get() + " is not before to " + to.get());
        }
        if (format == Format.SMET && quantity.isPresent()) {
            throw new IllegalArgumentException("quantity " + quantity.get().name()
                    + " for a SMET file, whose header names its quantities; leave it out");
        }
    }

    /**
     * The whole file as it is, with the defaults of everything else.
     *
     * @throws IllegalArgumentException if the name of the file does not tell its format
     */
    public static ReplaySource of(String sensor, Path file) {
        Format format = Format.of(file)
                .orElseThrow(() -> new IllegalArgumentException(
                        "file \"" + file + "\" ends neither with .smet nor with .csv; tell its format"));
        return new ReplaySource(
                sensor,
                file,
                format,
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Opens the whole file; {@code from}, {@code to} and {@code startAt} are applied by {@link ReplayTimeline}.
     *
     * @param listener told of every damaged line, by the thread that reads
     * @throws RecordingException if the file cannot be opened, or its header is not understood
     */
    public Recording open(Consumer<DamagedLine> listener) {
        return switch (format) {
            case SMET -> SmetRecording.open(file, sensor, listener);
            case CSV -> CsvRecording.open(file, csvSeries(), zone, listener);
        };
    }

    private SeriesId csvSeries() {
        return new SeriesId(sensor, quantity.orElse(Quantity.PEOPLE_COUNT));
    }
}
