package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.sensor.Position;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmetRecordingTest {

    private static final double EXACT = 1e-9;

    @TempDir
    Path dir;

    private final List<DamagedLine> damaged = new ArrayList<>();

    @Test
    void replaysTheStationOfWeissfluhjoch() {
        try (SmetRecording recording = SmetRecording.open(RecordedFiles.real("WFJ2.smet"), "station", damaged::add)) {
            assertThat(recording.position()).hasValue(new Position(46.829897, 9.809315, 2540));
            assertThat(RecordedFiles.names(recording.series()))
                    .containsExactly(
                            "station/air-temperature",
                            "station/relative-humidity",
                            "station/ground-temperature",
                            "station/snow-surface-temperature",
                            "station/snow-height",
                            "station/wind-speed",
                            "station/wind-direction",
                            "station/wind-gust",
                            "station/reflected-shortwave");
            List<RecordedRow> rows = RecordedFiles.rows(recording);
            assertThat(rows).hasSize(300);
            assertThat(RecordedFiles.shown(rows.getFirst()))
                    .isEqualTo("2014-09-30T23:00:00Z 4.1 100.0 5.0 5.2 0.01 0.8 286.0 2.6 0.0");
            assertThat(RecordedFiles.shown(rows.getLast()))
                    .isEqualTo("2014-10-07T04:30:00Z 0.1 84.0 -0.4 -0.5 0.01 4.1 142.0 9.1 0.0");
            assertThat(damaged).isEmpty();
            // Sums of the file's own digits, converted exactly, by another program.
            assertThat(sum(rows, Quantity.AIR_TEMPERATURE)).isCloseTo(984.15, within(EXACT));
            assertThat(sum(rows, Quantity.SNOW_SURFACE_TEMPERATURE)).isCloseTo(1303.70, within(EXACT));
            assertThat(sum(rows, Quantity.RELATIVE_HUMIDITY)).isCloseTo(26_284.2, within(EXACT));
            assertThat(sum(rows, Quantity.WIND_DIRECTION)).isEqualTo(68_209);
        }
    }

    @Test
    void keepsTheGapsOfTheSummitStation() {
        Path file = RecordedFiles.real("WFJ_wind_radiation.smet");
        try (SmetRecording recording = SmetRecording.open(file, "summit", damaged::add)) {
            List<RecordedRow> rows = RecordedFiles.rows(recording);
            assertThat(rows).hasSize(300).allMatch(row -> row.readings().size() == 8);
            assertThat(missing(rows, Quantity.AIR_TEMPERATURE)).isEqualTo(236);
            assertThat(missing(rows, Quantity.WIND_SPEED)).isEqualTo(188);
            assertThat(missing(rows, Quantity.PRECIPITATION)).isZero();
            assertThat(sum(rows, Quantity.PRECIPITATION)).isCloseTo(5.3, within(EXACT));
            assertThat(sum(rows, Quantity.AIR_TEMPERATURE)).isCloseTo(124.64, within(EXACT));
            assertThat(damaged).isEmpty();
        }
    }

    @Test
    void multipliesAndShiftsWhatIsThere() {
        Path file = RecordedFiles.smet(
                dir.resolve("T1.smet"),
                "timestamp TA RH HS FOO\nunits_multiplier = 0 0.1 0.01 1e-2 2\nunits_offset = 0 273.15 0 -0.5 1",
                "2014-10-01T00:00 -55 87.1 150 3",
                "2014-10-01T01:00 -999 -999.0 -999.000 -9.99e2");
        assertThat(shown(file))
                .containsExactly("2014-10-01T00:00:00Z -5.5 87.1 1.0 7.0", "2014-10-01T01:00:00Z NaN NaN NaN NaN");
    }

    @Test
    void everyTemperatureIsTheDecimalThatTheFileMeans() {
        List<String> rows = new ArrayList<>();
        for (int centikelvin = 22_315; centikelvin <= 32_315; centikelvin++) {
            rows.add(Instant.EPOCH.plusSeconds(centikelvin) + " " + BigDecimal.valueOf(centikelvin, 2));
        }
        Path file = RecordedFiles.smet(dir.resolve("T1.smet"), "timestamp TA", rows.toArray(String[]::new));
        double[] values = RecordedFiles.values(rows(file), Quantity.AIR_TEMPERATURE);
        assertThat(values).hasSize(10_001);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo((i - 5000) / 100.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,    2014-10-01T00:00:00Z",
        "1,    2014-09-30T23:00:00Z",
        "+1.0, 2014-09-30T23:00:00Z",
        "5.5,  2014-09-30T18:30:00Z",
        "-3.5, 2014-10-01T03:30:00Z",
        "5.75, 2014-09-30T18:15:00Z",
    })
    void timestampsAreOfTheHeadersTimeZone(String tz, String expected) {
        Path file = RecordedFiles.smet(dir.resolve("T1.smet"), "timestamp HS", "2014-10-01T00:00 1");
        assertThat(shown(withTimeZone(file, tz))).containsExactly(expected + " 1.0");
    }

    @Test
    void timestampsOwnZoneWins() {
        Path file = withTimeZone(
                RecordedFiles.smet(
                        dir.resolve("T1.smet"),
                        "timestamp HS",
                        "2014-10-01T00:00:00Z 1",
                        "2014-10-01T02:00:00.25+01:00 2",
                        "2014-10-01T02:00:00 3"),
                "-3.5");
        assertThat(shown(file))
                .containsExactly(
                        "2014-10-01T00:00:00Z 1.0", "2014-10-01T01:00:00.250Z 2.0", "2014-10-01T05:30:00Z 3.0");
    }

    @Test
    void timeMayBeInAnyColumnAndJulian() {
        Path file = withTimeZone(
                RecordedFiles.smet(
                        dir.resolve("T1.smet"),
                        "HS julian TA",
                        "1 2456931.5 273.15",
                        "2 2456931.52083333 -999",
                        "3 2456931.5416666667 273.25",
                        "4 -999 273.25",
                        "5 1e300 273.25",
                        "6 nan 273.25"),
                "1");
        assertThat(shown(file))
                .containsExactly(
                        "2014-09-30T23:00:00Z 1.0 0.0", "2014-09-30T23:30:00Z 2.0 NaN", "2014-10-01T00:00:00Z 3.0 0.1");
        assertThat(reasons())
                .containsExactly(
                        "14 julian \"-999\" is no time",
                        "15 julian \"1e300\" is no time",
                        "16 julian \"nan\" is no time");
    }

    @Test
    void julianDateMayBeShiftedByTheHeader() {
        Path file = RecordedFiles.smet(dir.resolve("T1.smet"), "julian HS\nunits_offset = 2400000.5 0", "56931.25 1");
        assertThat(shown(file)).containsExactly("2014-10-01T06:00:00Z 1.0");
    }

    @Test
    void timestampAndJulianMustAgree() {
        Path file = RecordedFiles.smet(
                dir.resolve("T1.smet"),
                "timestamp julian HS",
                "2014-10-01T00:00:00 2456931.5 1",
                "2014-10-01T00:00:01 2456931.5000000 2",
                "2014-10-01T00:00:02 2456931.50001158 3",
                "x 2456931.6 4",
                "2014-10-01T00:00:04 y 5");
        assertThat(shown(file)).containsExactly("2014-10-01T00:00:00Z 1.0", "2014-10-01T00:00:02Z 3.0");
        assertThat(reasons())
                .containsExactly(
                        "12 timestamp and julian are 1000 ms apart",
                        "14 timestamp \"x\" is no time",
                        "15 julian \"y\" is no time");
    }

    @Test
    void notANumberIsMissing() {
        Path file = RecordedFiles.smet(
                dir.resolve("T1.smet"), "timestamp TA HS", "2014-10-01T00:00 nan -NaN", "2014-10-01T01:00 273.15 NAN");
        assertThat(shown(file)).containsExactly("2014-10-01T00:00:00Z NaN NaN", "2014-10-01T01:00:00Z 0.0 NaN");
        assertThat(RecordedFiles.readings(rows(file), Quantity.SNOW_HEIGHT))
                .extracting(Reading::flag)
                .containsOnly(QualityFlag.MISSING);
    }

    @Test
    void passesOverCommentsBlanksAndLineEndsOfDos() {
        Path file = RecordedFiles.smet(
                dir.resolve("T1.smet"),
                "timestamp TA HS",
                "# Schneehöhe",
                "",
                "\t2014-10-01T00:00\t273.15  1 ",
                "  ; 2014-10-01T00:30 273.15 1",
                "2014-10-01T01:00 273.15 2 # melting",
                "2014-10-01T02:00 273.15 3;");
        String text = String.join("\r\n", readLines(file)) + "\r\n";
        assertThat(shown(RecordedFiles.write(file, text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(
                        "2014-10-01T00:00:00Z 0.0 1.0", "2014-10-01T01:00:00Z 0.0 2.0", "2014-10-01T02:00:00Z 0.0 3.0");
        assertThat(damaged).isEmpty();
    }

    @Test
    void reportsEveryKindOfDamagedLineAndLosesNothingElse() {
        Path file = RecordedFiles.smet(
                dir.resolve("T1.smet"),
                "timestamp TA HS",
                "2014-10-01T00:00 273.15 1",
                "2014-10-01T00:30 273.15",
                "2014-10-01T01:00 273.15 1 7",
                "2014-10-01T01:30 273.x5 1",
                "2014-10-01T02:00 273.15 Infinity",
                "2014-10-01T02:30 1e999 1",
                "2014-13-01T03:00 273.15 1",
                "2014-02-30T03:00 273.15 1",
                "lost 273.15 1",
                "2014-10-01T03:00 NA null",
                "2014-10-01T03:30 273.15 2",
                "2014-10-01T03:00 273.15 2",
                "2014-10-01T03:30 273.15 9",
                "\0\0\0\0",
                "2014-10-01T04:00 273.15 3",
                "2014-10-0");
        assertThat(shown(file))
                .containsExactly(
                        "2014-10-01T00:00:00Z 0.0 1.0", "2014-10-01T03:30:00Z 0.0 2.0", "2014-10-01T04:00:00Z 0.0 3.0");
        assertThat(reasons())
                .containsExactlyInAnyOrder(
                        "12 2 columns where 3 are expected",
                        "13 4 columns where 3 are expected",
                        "14 TA \"273.x5\" is no number",
                        "15 HS \"Infinity\" is no number",
                        "16 TA \"1e999\" is no number",
                        "17 timestamp \"2014-13-01T03:00\" is no time",
                        "18 timestamp \"2014-02-30T03:00\" is no time",
                        "19 timestamp \"lost\" is no time",
                        "20 TA \"NA\" is no number",
                        "22 time goes back to 2014-10-01T03:00:00Z from 2014-10-01T03:30:00Z on line 21",
                        "23 time 2014-10-01T03:30:00Z for the second time, after line 21",
                        "24 1 columns where 3 are expected",
                        "26 1 columns where 3 are expected");
        assertThat(damaged).allMatch(line -> line.file().equals(file));
        assertThat(damaged.getFirst().describe())
                .isEqualTo("T1.smet:12: 2 columns where 3 are expected: «2014-10-01T00:30 273.15»");
    }

    @Test
    void survivesBytesThatAreNoText() {
        byte[] garbage = new byte[256];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (byte) (i == '\n' || i == '#' || i == ';' ? 0xFF : i);
        }
        assertThat(shown(withLineInTheMiddle(garbage)))
                .containsExactly("2014-10-01T00:00:00Z 1.0", "2014-10-01T01:00:00Z 2.0");
        assertThat(damaged).extracting(DamagedLine::line).containsExactly(12);
    }

    @Test
    void survivesAnEndlessLine() {
        byte[] zeros = new byte[10 * BoundedLines.LONGEST];
        assertThat(shown(withLineInTheMiddle(zeros)))
                .containsExactly("2014-10-01T00:00:00Z 1.0", "2014-10-01T01:00:00Z 2.0");
        assertThat(reasons()).containsExactly("12 longer than 65536 bytes");
        assertThat(damaged.getFirst().text()).hasSize(BoundedLines.LONGEST);
    }

    @Test
    void survivesALineOfManyShortColumns() {
        byte[] line = new byte[BoundedLines.LONGEST - 1];
        Arrays.fill(line, (byte) ' ');
        for (int i = 0; i < line.length; i += 2) {
            line[i] = '1';
        }
        assertThat(shown(withLineInTheMiddle(line))).hasSize(2);
        assertThat(reasons()).containsExactly("12 32768 columns where 2 are expected");
    }

    @Test
    void valueThatTheHeadersUnitsMakeInfiniteIsDamaged() {
        Path file = RecordedFiles.smet(
                dir.resolve("T1.smet"),
                "timestamp HS\nunits_multiplier = 1 1e300",
                "2014-10-01T00:00 1e300",
                "2014-10-01T01:00 1e-300");
        assertThat(shown(file)).containsExactly("2014-10-01T01:00:00Z 1.0");
        assertThat(reasons()).containsExactly("12 HS \"1e300\" is no number");
    }

    @Test
    void standsOnTheLineOfTheLastRow() {
        Path file = RecordedFiles.smet(
                dir.resolve("T1.smet"), "timestamp HS", "2014-10-01T00:00 1", "x", "2014-10-01T01:00 2");
        try (SmetRecording recording = SmetRecording.open(file, "s", damaged::add)) {
            assertThat(recording.line()).isZero();
            recording.next();
            assertThat(recording.line()).isEqualTo(11);
            recording.next();
            assertThat(recording.line()).isEqualTo(13);
            assertThat(recording.next()).isEmpty();
            assertThat(recording.line()).isEqualTo(13);
            assertThat(recording.file()).isEqualTo(file);
        }
    }

    private Path withLineInTheMiddle(byte[] line) {
        Path file = RecordedFiles.smet(dir.resolve("T1.smet"), "timestamp HS", "2014-10-01T00:00 1");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join("\n", readLines(file)) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(line);
        bytes.writeBytes("\n2014-10-01T01:00 2\n".getBytes(StandardCharsets.UTF_8));
        return RecordedFiles.write(file, bytes.toByteArray());
    }

    private static Path withTimeZone(Path file, String tz) {
        return RecordedFiles.write(
                file,
                readLines(file).stream()
                        .map(line -> line.equals("tz = 0") ? "tz = " + tz : line)
                        .toArray(String[]::new));
    }

    private static List<String> readLines(Path file) {
        List<String> lines = new ArrayList<>();
        try (BoundedLines bounded = BoundedLines.open(file)) {
            while (bounded.advance()) {
                lines.add(bounded.text());
            }
        }
        return lines;
    }

    private List<String> shown(Path file) {
        return RecordedFiles.shown(rows(file));
    }

    private List<RecordedRow> rows(Path file) {
        try (SmetRecording recording = SmetRecording.open(file, "s", damaged::add)) {
            return RecordedFiles.rows(recording);
        }
    }

    private List<String> reasons() {
        return damaged.stream().map(line -> line.line() + " " + line.reason()).toList();
    }

    private static double sum(List<RecordedRow> rows, Quantity quantity) {
        return Arrays.stream(RecordedFiles.values(rows, quantity))
                .filter(Double::isFinite)
                .sum();
    }

    private static long missing(List<RecordedRow> rows, Quantity quantity) {
        return RecordedFiles.readings(rows, quantity)
                .filter(reading -> reading.flag() == QualityFlag.MISSING)
                .count();
    }
}
