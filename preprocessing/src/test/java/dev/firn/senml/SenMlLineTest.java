package dev.firn.senml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.senml.SenMlRecord.Measurement;
import dev.firn.senml.SenMlRecord.Text;
import dev.firn.senml.SenMlRecord.Truth;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenMlLineTest {

    private static final long TIME = 1_734_950_000_000L;

    @Test
    void recordOfAPackIsAMeasurement() {
        assertThat(SenMlLine.decode("[{\"n\":\"air/air-temperature\",\"u\":\"Cel\",\"t\":1734950000.25,\"v\":-3.5}]"))
                .containsExactly(new Measurement(
                        "air/air-temperature", "Cel", TIME + 250, -3.5, QualityFlag.NOT_EVALUATED, Reason.NONE));
    }

    @Test
    void recordByItselfIsTakenToo() {
        assertThat(SenMlLine.decode("{\"n\":\"a/b\",\"t\":1734950000,\"v\":1}\r"))
                .containsExactly(new Measurement("a/b", "", TIME, 1, QualityFlag.NOT_EVALUATED, Reason.NONE));
    }

    @Test
    void baseFieldsHoldFromTheirRecordOn() {
        String pack = """
                [{"bn":"air/","bt":1734950000,"bu":"Cel","bv":100,"n":"air-temperature","v":1},\
                {"n":"dew-point-temperature","t":-10,"v":-101},\
                {"bn":"mast/","n":"wind-speed","u":"m/s","t":0.5,"v":2},\
                {"n":"note","vs":"calm"},{"n":"lit","vb":true}]""";
        assertThat(SenMlLine.decode(pack))
                .containsExactly(
                        new Measurement(
                                "air/air-temperature", "Cel", TIME, 101, QualityFlag.NOT_EVALUATED, Reason.NONE),
                        new Measurement(
                                "air/dew-point-temperature",
                                "Cel",
                                TIME - 10_000,
                                -1,
                                QualityFlag.NOT_EVALUATED,
                                Reason.NONE),
                        new Measurement(
                                "mast/wind-speed", "m/s", TIME + 500, 102, QualityFlag.NOT_EVALUATED, Reason.NONE),
                        new Text("mast/note", TIME, "calm"),
                        new Truth("mast/lit", TIME, true));
    }

    @Test
    void exampleOfTheStandardIsRead() {
        // RFC 8428 §5.1.2, but for the name, whose colons are no series of Firn's.
        String pack = """
                [{"bn":"urn:dev:ow:10e2073a0108006:","bt":1.276020076001e+09,"bu":"A","bver":5,\
                "n":"voltage","u":"V","v":120.1},{"n":"current","t":-5,"v":1.2},{"n":"current","t":-4,"v":1.3}]""";
        assertThat(SenMlLine.decode(pack))
                .extracting(SenMlRecord::name, SenMlRecord::timeMillis)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("urn:dev:ow:10e2073a0108006:voltage", 1_276_020_076_001L),
                        org.assertj.core.groups.Tuple.tuple("urn:dev:ow:10e2073a0108006:current", 1_276_020_071_001L),
                        org.assertj.core.groups.Tuple.tuple("urn:dev:ow:10e2073a0108006:current", 1_276_020_072_001L));
    }

    @Test
    void unknownLabelsAreIgnoredWhateverTheyHold() {
        assertThat(SenMlLine.decode(
                        "[{\"n\":\"a/b\",\"t\":1734950000,\"v\":1,\"ut\":3,\"x\":{\"y_\":[1,{}]},\"z\":[[]]}]"))
                .hasSize(1);
    }

    @Test
    void controlRecordMayLackATime() {
        assertThat(SenMlLine.decode("[{\"n\":\"firn/drain\",\"vb\":true}]"))
                .containsExactly(new Truth("firn/drain", SenMlRecord.NOW, true));
        assertThat(SenMlLine.encode(new Text("firn/hello", SenMlRecord.NOW, "x 1")))
                .isEqualTo("[{\"n\":\"firn/hello\",\"vs\":\"x 1\"}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | , "v":1, "flag":1                          | GOOD          | none
            2 | , "v":1                                    | NOT_EVALUATED | none
            3 | , "v":1, "flag":3                          | SUSPECT       | source
            4 | , "v":1, "flag":4, "reason":"gross-range"  | FAIL          | gross-range
            5 | , "flag":9                                 | MISSING       | no-value
            6 | , "flag":9, "reason":"stale"               | MISSING       | stale
            """)
    void flagAndReasonAreRead(int row, String fields, QualityFlag flag, String reason) {
        Reading reading =
                only("[{\"n\":\"a/b\",\"t\":1734950000" + fields + "}]").toReading();
        assertThat(reading.flag()).as("row %d", row).isEqualTo(flag);
        assertThat(reading.reason().word()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [{"n":"a/b","t":1734950000,"v":1,"x_":2}]              | column 39: "x_" is a label that must be understood
            [{"n":"a/b","t":-5,"v":1}]                             | "-5" as t is not a time before the year 3000 by itself
            [{"n":"a/b","t":268435455,"v":1}]                      | as t is not a time before the year 3000 by itself
            [{"n":"a/b","t":1e300,"v":1}]                          | as t is not a time before the year 3000 by itself
            [{"n":"a/b","v":1}]                                    | time of a/b: 0 ms is not between
            [{"n":"a/b","t":1734950000}]                           | column 2: "a/b" has no value; send v, vs or vb
            [{"n":"a/b","t":1734950000,"v":1,"vs":"x"}]            | has several values
            [{"n":"a/b","t":1734950000,"v":1,"flag":9}]            | has a value and flag 9
            [{"n":"a/b","t":1734950000,"v":1,"flag":5}]            | "5" as flag is no QARTOD flag; send 1, 2, 3, 4 or 9
            [{"n":"a/b","t":1734950000,"v":1,"reason":"mood"}]     | "mood" as reason is no reason that Firn knows
            [{"n":"a/b","t":1734950000,"v":1,"reason":"spike"}]    | flag of a/b: 2 with reason spike
            [{"n":"a/b","t":1734950000,"v":"1"}]                   | column 32: "1" as v is no number
            [{"n":"a/b","t":1734950000,"v":1e999}]                 | as v is no number
            [{"n":"a/b","t":1734950000,"v":null}]                  | as v is no number
            [{"n":"a/b","t":1734950000,"vs":1}]                    | "1" as vs is no text
            [{"n":"a/b","t":1734950000,"vb":1}]                    | "1" as vb is neither true nor false
            [{"n":"ä","t":1734950000,"v":1}]                       | name "ä": want letters
            [{"t":1734950000,"v":1}]                               | name "": want letters
            [{"n":"a","n":"b","t":1734950000,"v":1}]               | no JSON: Duplicate field 'n'
            [{"bver":11,"n":"a/b","t":1734950000,"v":1}]           | "11" as bver is a version of SenML
            [{"n":"a/b","t":1734950000,"v":1}] []                  | stands behind the pack
            [{"n":"a/b","t":1734950000,"v":1}                      | no JSON: Unexpected end-of-input: expected close marker for Array;
            [1]                                                    | "1" is no SenML record
            "x"                                                    | "x" is no SenML pack
            {"n"                                                   | no JSON
            """)
    void damagedLineSaysWhereAndWhy(String line, String message) {
        assertThatExceptionOfType(SenMlException.class)
                .isThrownBy(() -> SenMlLine.decode(line))
                .withMessageContaining(message);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatExceptionOfType(SenMlException.class)
                .isThrownBy(() -> SenMlLine.decode(new byte[] {'"', (byte) 0xFF, '"'}))
                .withMessageContaining("UTF-8");
    }

    @Test
    void readingTravelsWithItsFlag() {
        Reading reading = new Reading(
                new SeriesId("gate-1", Quantity.PEOPLE_IN), TIME + 5, 4.100000000000023, QualityFlag.SUSPECT);
        String line = SenMlLine.encode(Measurement.of(reading));
        assertThat(line)
                .isEqualTo("[{\"n\":\"gate-1/people-in\",\"t\":1734950000.005,\"u\":\"count\",\"v\":4.1,"
                        + "\"flag\":3,\"reason\":\"source\"}]");
        assertThat(only(line).toReading())
                .isEqualTo(new Reading(reading.series(), reading.timeMillis(), 4.1, QualityFlag.SUSPECT));
    }

    @Test
    void missingReadingHasNoValue() {
        Reading reading = Reading.missing(new SeriesId("gate-1", Quantity.PEOPLE_IN), TIME, Reason.INPUT);
        String line = SenMlLine.encode(Measurement.of(reading));
        assertThat(line)
                .isEqualTo(
                        "[{\"n\":\"gate-1/people-in\",\"t\":1734950000,\"u\":\"count\",\"flag\":9,\"reason\":\"input\"}]");
        assertThat(only(line).toReading()).isEqualTo(reading);
    }

    @Test
    void quantityThatIsNotKnownTakesItsUnit() {
        Reading reading = only("[{\"n\":\"bee/hum\",\"u\":\"Hz\",\"t\":1734950000,\"v\":230}]")
                .toReading();
        assertThat(reading.series().quantity()).isEqualTo(Quantity.unknown("hum", "Hz"));
    }

    @Test
    void unitOfAKnownQuantityMayBeLeftOut() {
        assertThat(only("[{\"n\":\"g/people-in\",\"t\":1734950000,\"v\":2}]")
                        .toReading()
                        .series()
                        .quantity())
                .isEqualTo(Quantity.PEOPLE_IN);
    }

    @ParameterizedTest
    @CsvSource({
        "air/air-temperature, K, is not the unit of air-temperature; send it in Cel",
        "air, Cel, is not the name of a series; name it sensor/quantity",
        "air/Temperature, Cel, is not the name of a series",
        "a:b/air-temperature, Cel, is not the name of a series"
    })
    void measurementOfNoSeriesIsNoReading(String name, String unit, String message) {
        Measurement measurement = new Measurement(name, unit, TIME, 1, QualityFlag.GOOD, Reason.NONE);
        assertThatExceptionOfType(SenMlException.class)
                .isThrownBy(measurement::toReading)
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "4.100000000000023, 4.1",
        "0, 0",
        "-0.0, 0",
        "1234567.891, 1234567.891",
        "1e300, 1E+300",
        "NaN, null",
        "0.1, 0.1"
    })
    void numbersAreShort(double value, String text) {
        assertThat(JsonNumber.text(value)).isEqualTo(text);
    }

    private static Measurement only(String line) {
        List<SenMlRecord> records = SenMlLine.decode(line);
        assertThat(records).hasSize(1);
        return (Measurement) records.getFirst();
    }
}
