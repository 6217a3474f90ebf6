package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallTimeScannerTest {

    @ParameterizedTest
    @CsvSource({
        "2014-10-01T00:30,              2014-10-01T00:30:00Z",
        "2014-10-01 00:30,              2014-10-01T00:30:00Z",
        "2014-10-01T00:30:15,           2014-10-01T00:30:15Z",
        "2014-10-01T00:30:15.25,        2014-10-01T00:30:15.250Z",
        "2014-10-01T00:30:15.0004999,   2014-10-01T00:30:15Z",
        "2014-10-01T00:30:15.123456789, 2014-10-01T00:30:15.123Z",
        "2014-10-01T23:59:59.9996,      2014-10-02T00:00:00Z",
        "2014-10-01T24:00,              2014-10-02T00:00:00Z",
        "2016-02-29T12:00:00,           2016-02-29T12:00:00Z",
        "1969-12-31T23:59:59.5,         1969-12-31T23:59:59.500Z",
        "2014-10-01T00:30Z,             2014-10-01T00:30:00Z",
        "2014-10-01T00:30:00+01:00,     2014-09-30T23:30:00Z",
        "2014-10-01T00:30-0330,         2014-10-01T04:00:00Z",
        "2014-10-01T00:30:00.5+05,      2014-09-30T19:30:00.500Z",
    })
    void readsIso(String text, Instant expected) {
        assertThat(WallTimeScanner.iso(text).map(time -> time.epochMillis(0))).hasValue(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2014",
                "2014-10-01",
                "2014-10-01T",
                "2014-10-01T00",
                "2014-10-01T0:30",
                "2014-10-01T00:3",
                "2014-10-01T00:30:",
                "2014-10-01T00:30:00.",
                "2014-10-01T00:30:00.1234567890",
                "2014-10-01T00:30x",
                "2014-10-01T00:30Zx",
                "2014-10-01T00:30+",
                "2014-10-01T00:30+1",
                "2014-10-01T00:30+19:00",
                "2014-10-01T00:30+01:60",
                "2014-10-01T00:30+01:",
                "2014-10-01_00:30",
                "2014-13-01T00:00",
                "2014-00-01T00:00",
                "2014-02-29T00:00",
                "2014-10-00T00:00",
                "2014-10-32T00:00",
                "2014-10-01T24:01",
                "2014-10-01T25:00",
                "2014-10-01T00:60",
                "2014-10-01T00:00:60",
                "14-10-01T00:00",
                "2O14-10-01T00:00",
                "-999",
                "07/24/05 00:30:00"
            })
    void refusesWhatIsNoIsoTime(String text) {
        assertThat(WallTimeScanner.iso(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "07/24/05 00:30:00,   2005-07-24T00:30:00Z",
        "07/24/2005 00:30:00, 2005-07-24T00:30:00Z",
        "7/4/2005 9:05,       2005-07-04T09:05:00Z",
        "12/31/99 23:59:59,   2099-12-31T23:59:59Z",
        "02/29/04 00:00:00,   2004-02-29T00:00:00Z",
    })
    void readsMonthFirst(String text, Instant expected) {
        assertThat(WallTimeScanner.monthFirst(text).map(time -> time.epochMillis(0)))
                .hasValue(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "24/07/05 00:30:00",
                "02/29/05 00:00:00",
                "07/24/5 00:00:00",
                "07/24/205 00:00:00",
                "07/24/05",
                "07-24-05 00:00:00",
                "2005-07-24T00:30"
            })
    void refusesWhatIsNoTimeMonthFirst(String text) {
        assertThat(WallTimeScanner.monthFirst(text)).isEqualTo(Optional.empty());
    }
}
