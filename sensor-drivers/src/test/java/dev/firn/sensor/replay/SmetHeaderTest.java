package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.sensor.Position;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmetHeaderTest {

    private static final String GOOD = """
            SMET 1.1 ASCII
            [HEADER]
            station_id = T1
            latitude = 46.8
            longitude = 9.8
            altitude = 2540
            nodata = -999
            tz = 1
            fields = timestamp TA RH
            [DATA]
            """;

    @TempDir
    Path dir;

    @Test
    void readsEveryKeyOfTheStandard() {
        SmetHeader header = read("""
                SMET 1.1 ASCII
                # written by hand
                [HEADER]
                station_id = WFJ2
                station_name = Weissfluhjoch:Schneestation
                latitude = 46.829897
                longitude = 9.809315
                altitude = 2540.0
                easting = 780850.000000
                northing = 189260.000000
                epsg = 21781
                nodata = -999.000
                tz = -3.5
                creation = 2014-10-01T00:00:00
                source = SLF
                comment = a = b
                history = none
                plot_unit = time K
                fields = timestamp TA RH
                units_offset = 0 273.15 0
                units_multiplier = 0 0.1 0.01
                [DATA]
                """);
        assertThat(header.nodata().orElseThrow()).isEqualByComparingTo("-999");
        assertThat(header.offsetMillis()).isEqualTo(-12_600_000);
        assertThat(header.position()).hasValue(new Position(46.829897, 9.809315, 2540));
        assertThat(RecordedFiles.names(header.series())).containsExactly("s/air-temperature", "s/relative-humidity");
        assertThat(header.columns()).hasSize(3).first().isEqualTo(new SmetColumn.Timestamp());
    }

    @Test
    void readsKeysHoweverTheyAreWritten() {
        SmetHeader header = read("""
                smet 1.0 ascii   # a comment

                [header]
                \t; another
                STATION_ID=T1
                Latitude =\t46.8   ; degrees
                longitude=9.8
                altitude=2540
                nodata=NaN
                source =
                FIELDS = \tTimestamp  TA\tRH  # columns

                [data]
                """.replace("\n", "\r\n"));
        assertThat(header.nodata()).isEmpty();
        assertThat(header.offsetMillis()).isZero();
        assertThat(header.position()).hasValue(new Position(46.8, 9.8, 2540));
        assertThat(header.columns()).hasSize(3);
    }

    @Test
    void stationMayBePlacedByProjectionOnly() {
        String header = GOOD.replace("latitude = 46.8", "easting = 780850")
                .replace("longitude = 9.8", "northing = 189260\nepsg = 21781");
        assertThat(read(header).position()).isEqualTo(Optional.empty());
    }

    @Test
    void stationMayMove() {
        String header = without(without(without(GOOD, "latitude"), "longitude"), "altitude")
                .replace("timestamp TA", "timestamp latitude longitude altitude TA");
        assertThat(read(header).position()).isEqualTo(Optional.empty());
        assertThat(RecordedFiles.names(read(header).series()))
                .startsWith("s/latitude", "s/longitude", "s/altitude", "s/air-temperature");
    }

    @Test
    void placeMayBeUnknown() {
        assertThat(read(GOOD.replace("46.8", "-999.0")).position()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "station_id, 'give the station a short name'",
        "latitude,   'give latitude, longitude, altitude'",
        "longitude,  'give latitude, longitude, altitude'",
        "altitude,   'give latitude, longitude, altitude'",
        "nodata,     'write the number that stands for \"no value\"'",
        "fields,     'name the columns'",
    })
    void namesMissingKeyAndItsCure(String key, String cure) {
        assertRefused(without(GOOD, key), ":9: " + key + " is missing from the header; " + cure);
    }

    @Test
    void projectionNeedsItsCode() {
        String header =
                GOOD.replace("latitude = 46.8", "easting = 780850").replace("longitude = 9.8", "northing = 189260");
        assertRefused(header, ":10: epsg is missing from the header; give latitude");
        assertRefused(without(header, "northing"), ":9: northing is missing from the header; give latitude");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SMET 1.1 ASCII | SMET 1.1 BINARY | :1: SMET data of type \"BINARY\" is not supported; convert",
                "SMET 1.1 ASCII | SMET 2.0 ASCII | :1: SMET version \"2.0\" is not supported; convert",
                "SMET 1.1 ASCII | SMET | :1: \"SMET\" is no SMET signature; the first line must be SMET 1.1 ASCII",
                "SMET 1.1 ASCII | time,count | :1: \"time,count\" is no SMET signature; the first line must",
                "[HEADER] | [HEAD] | :2: \"[HEAD]\" where [HEADER] should be; a SMET file is",
                "[DATA] | [BODY] | :10: \"[BODY]\" where [DATA] should be; a SMET file is",
                "[DATA] | tz2 = 1 | :10: the file ends before [DATA]; a SMET file is",
                "tz = 1 | tz 1 | :8: \"tz 1\" is no header line; write key = value",
                "tz = 1 | tz = CET | :8: tz = \"CET\": is not a number; write decimal hours",
                "tz = 1 | tz = 25 | :8: tz = \"25\": no clock is that far from UTC; write decimal hours",
                "tz = 1 | nodata = -9 | :8: nodata is given twice, first on line 7; keep the right one",
                "nodata = -999 | nodata = | :7: nodata = \"\": has no value; give it one",
                "nodata = -999 | nodata = none | :7: nodata = \"none\": is not a number; write the number that stands",
                "latitude = 46.8 | latitude = 46N | :4: latitude = \"46N\": is not a number; write degrees",
                "longitude = 9.8 | longitude = 981 | :5: longitude = \"981\": is not between -180.0 and 180.0; write",
                "tz = 1 | epsg = CH1903 | :8: epsg = \"CH1903\": is not a number; write a plain number",
                "timestamp TA RH | TA RH | :9: fields = \"TA RH\": no column says when; name the column",
                "timestamp TA RH | timestamp | :9: fields = \"timestamp\": no column holds a value; name",
                "tz = 1 | units_offset = 0 1 | :8: units_offset = \"0 1\": 2 numbers for 3 columns; give one for every",
                "tz = 1 | units_multiplier = 1 1 1 1 | :8: units_multiplier = \"1 1 1 1\": 4 numbers for 3 columns; give",
                "tz = 1 | units_offset = 0 K 1 | :8: units_offset = \"0 K 1\": \"K\" is not a number; give a number",
            })
    void namesWhatIsWrongAndItsCure(String good, String bad, String message) {
        assertRefused(GOOD.replace(good, bad), message);
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp RSWR OSWR,         columns RSWR and OSWR both mean the series s/reflected-shortwave",
        "timestamp TA ta,             columns TA and ta both mean the series s/air-temperature",
        "timestamp foo_bar FOO-BAR,   columns foo_bar and FOO-BAR both mean the series s/foo-bar",
        "timestamp TA Timestamp,      columns timestamp and Timestamp both mean timestamp",
        "julian TA julian,            columns julian and julian both mean julian",
    })
    void refusesTwoColumnsOfOneMeaning(String fields, String reason) {
        assertRefused(
                GOOD.replace("timestamp TA RH", fields),
                ":9: fields = \"" + fields + "\": " + reason + "; give one of them a name of its own");
    }

    @Test
    void refusesEmptyFile() {
        assertRefused("", ":1: the file is empty; a SMET file is");
    }

    @Test
    void refusesEndlessKey() {
        String fields = "timestamp TA " + "X".repeat(BoundedLines.LONGEST);
        assertRefused(
                GOOD.replace("timestamp TA RH", fields), "the line is longer than " + BoundedLines.LONGEST + " bytes");
    }

    @Test
    void passesOverEndlessComment() {
        String header = GOOD.replace("tz = 1", "tz = 1\nhistory = " + "x".repeat(3 * BoundedLines.LONGEST));
        assertThat(read(header).offsetMillis()).isEqualTo(3_600_000);
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(dir.resolve("T1.smet") + ":")
                .hasMessageContaining(message);
    }

    private SmetHeader read(String text) {
        Path file = RecordedFiles.write(dir.resolve("T1.smet"), text.getBytes(StandardCharsets.UTF_8));
        try (BoundedLines lines = BoundedLines.open(file)) {
            return SmetHeader.read(lines, "s");
        }
    }

    private static String without(String header, String key) {
        return header.replaceFirst("(?m)^" + key + " = .*\n", "");
    }
}
