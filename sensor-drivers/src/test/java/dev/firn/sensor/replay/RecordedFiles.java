package dev.firn.sensor.replay;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Recordings for tests: the real ones, ones written by hand, and what comes out of them. */
final class RecordedFiles {

    private RecordedFiles() {}

    static Path real(String name) {
        try {
            URL url = Objects.requireNonNull(RecordedFiles.class.getResource("/recordings/" + name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String... lines) {
        return write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A SMET file whose header ends on line 10, so that the rows start on line 11. */
    static Path smet(Path file, String fields, String... rows) {
        return write(
                file,
                Stream.concat(
                                Stream.of(
                                        "SMET 1.1 ASCII",
                                        "[HEADER]",
                                        "station_id = T1",
                                        "latitude = 46.8",
                                        "longitude = 9.8",
                                        "altitude = 2540",
                                        "nodata = -999",
                                        "tz = 0",
                                        "fields = " + fields,
                                        "[DATA]"),
                                Stream.of(rows))
                        .toArray(String[]::new));
    }

    static List<RecordedRow> rows(Recording recording) {
        List<RecordedRow> rows = new ArrayList<>();
        for (Optional<RecordedRow> row = recording.next(); row.isPresent(); row = recording.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    /** The rows as {@code 2014-10-01T00:00:00Z 4.1 NaN}. */
    static List<String> shown(List<RecordedRow> rows) {
        return rows.stream().map(RecordedFiles::shown).toList();
    }

    static String shown(RecordedRow row) {
        StringBuilder text =
                new StringBuilder(Instant.ofEpochMilli(row.timeMillis()).toString());
        row.readings().forEach(reading -> text.append(' ').append(reading.value()));
        return text.toString();
    }

    static double[] values(List<RecordedRow> rows, Quantity quantity) {
        return readings(rows, quantity).mapToDouble(Reading::value).toArray();
    }

    static Stream<Reading> readings(List<RecordedRow> rows, Quantity quantity) {
        return rows.stream()
                .flatMap(row -> row.readings().stream())
                .filter(reading -> reading.series().quantity().equals(quantity));
    }

    static List<String> names(List<SeriesId> series) {
        return series.stream().map(SeriesId::toString).toList();
    }
}
