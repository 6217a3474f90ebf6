package dev.firn.rigs.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import dev.firn.rigs.recordings.Recording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmetTest {

    @TempDir
    private Path directory;

    @Test
    void convertsToUnitsOfSenMl() throws IOException {
        Recorded recorded = read("timestamp TA RH HS", "", "2014-10-01T00:00:00 277.25 0.988 0.010");
        assertThat(recorded.series())
                .extracting(Series::quantity)
                .containsExactly("air-temperature", "relative-humidity", "snow-height");
        assertThat(recorded.series()).extracting(Series::unit).containsExactly("Cel", "%RH", "m");
        assertThat(values(recorded)).containsExactly("4.10", "98.800", "0.010");
    }

    @Test
    void multipliesThenAdds() throws IOException {
        String scaling = "units_multiplier = 1 0.01 0.1\nunits_offset = 0 0 273.15\n";
        Recorded recorded = read("timestamp HS TA", scaling, "2014-10-01T00:00:00 123 -52");
        assertThat(values(recorded)).containsExactly("1.23", "-5.20");
    }

    @Test
    void noDataIsComparedBeforeScaling() throws IOException {
        String header = "nodata = -999\nunits_multiplier = 1 2\n";
        Recorded recorded = read("timestamp HS", header, "2014-10-01T00:00:00 -999.0", "2014-10-01T01:00:00 -499.5");
        assertThat(recorded.missing()).isEqualTo(1);
        assertThat(recorded.series().getFirst().samples().get(1).value()).hasValue(new BigDecimal("-999.0"));
    }

    @Test
    void timeZoneMayBeFractional() throws IOException {
        Recorded recorded = read("timestamp HS", "tz = -3.5\n", "2014-10-01T00:00 1");
        assertThat(firstTime(recorded)).isEqualTo(Instant.parse("2014-10-01T03:30:00Z"));
    }

    @Test
    void offsetInTimestampWins() throws IOException {
        Recorded recorded = read("timestamp HS", "tz = 1\n", "2014-10-01T00:00:00+05:00 1");
        assertThat(firstTime(recorded)).isEqualTo(Instant.parse("2014-09-30T19:00:00Z"));
    }

    @Test
    void columnsMayComeInAnyOrder() throws IOException {
        Recorded recorded = read("DW timestamp VW", "", "350 2014-10-01T00:00:00 2.5");
        assertThat(recorded.series()).extracting(Series::quantity).containsExactly("wind-direction", "wind-speed");
        assertThat(values(recorded)).containsExactly("350", "2.5");
    }

    @Test
    void damagedLinesAreNumbered() throws IOException {
        Recorded recorded = read(
                "timestamp HS", "", "2014-10-01T00:00:00 1", "2014-10-01T01:00:00", "then 2", "2014-10-01T03:00:00 x");
        assertThat(recorded.damaged()).containsExactly(6, 7, 8);
        assertThat(recorded.readings()).isEqualTo(1);
    }

    @Test
    void rowsThatAreNotLaterAreDamaged() throws IOException {
        Recorded recorded =
                read("timestamp HS", "", "2014-10-01T01:00:00 1", "2014-10-01T01:00:00 2", "2014-10-01T00:00:00 3");
        assertThat(recorded.damaged()).containsExactly(6, 7);
        assertThat(values(recorded)).containsExactly("1");
    }

    @Test
    void namesOfColumnsDecideTheSeries() throws IOException {
        Recorded recorded = read("timestamp TS2 OSWR MY_OWN", "", "2014-10-01T00:00:00 273.15 5 nan");
        assertThat(recorded.series())
                .extracting(Series::quantity)
                .containsExactly("snow-temperature-2", "reflected-shortwave", "my-own");
        assertThat(values(recorded)).containsExactly("0.00", "5");
        assertThat(recorded.missing()).isEqualTo(1);
    }

    @Test
    void sliceIsHalfOpenAndRedated() throws IOException {
        Path file =
                write("timestamp HS", "", "2014-10-01T00:00:00 1", "2014-10-01T01:00:00 2", "2014-10-01T02:00:00 3");
        Slice slice =
                Slice.between("2014-10-01T01:00:00Z", "2014-10-01T02:00:00Z").startingAt("2020-01-01T00:00:00Z");
        Recorded recorded = Smet.read(file, slice);
        assertThat(values(recorded)).containsExactly("2");
        assertThat(firstTime(recorded)).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(recorded.rowBytes()).isEqualTo("2014-10-01T01:00:00 2\n".length());
    }

    @Test
    void readsRealStation() {
        Recorded recorded = Smet.read(Recording.WFJ2.copyTo(directory), Slice.ALL);
        assertThat(recorded.series()).hasSize(9);
        assertThat(recorded.readings()).isEqualTo(9 * 4369);
        assertThat(recorded.damaged()).isEmpty();
        assertThat(recorded.times().getMin())
                .isEqualTo(Instant.parse("2014-09-30T23:00:00Z").toEpochMilli());
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("x.smet"), "hello\n");
        assertThatThrownBy(() -> Smet.read(file, Slice.ALL))
                .isInstanceOf(RigException.class)
                .hasMessageContaining("x.smet is no SMET file");
    }

    private Recorded read(String fields, String header, String... rows) throws IOException {
        return Smet.read(write(fields, header, rows), Slice.ALL);
    }

    private Path write(String fields, String header, String... rows) throws IOException {
        String text = "SMET 1.1 ASCII\n[HEADER]\n" + header + "fields = " + fields + "\n[DATA]\n"
                + String.join("\n", rows) + "\n";
        return Files.writeString(directory.resolve("a.smet"), text);
    }

    private static List<String> values(Recorded recorded) {
        return recorded.series().stream()
                .flatMap(series -> series.samples().stream())
                .map(Sample::value)
                .flatMap(Optional::stream)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static Instant firstTime(Recorded recorded) {
        return Instant.ofEpochMilli(recorded.times().getMin());
    }
}
