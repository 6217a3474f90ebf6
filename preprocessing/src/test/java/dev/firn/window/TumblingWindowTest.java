package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TumblingWindowTest {

    @ParameterizedTest
    @CsvSource({
        "0,       60000, 0,       60000",
        "59999,   60000, 0,       60000",
        "60000,   60000, 60000,   120000",
        "-1,      60000, -60000,  0",
        "-60000,  60000, -60000,  0",
        "-60001,  60000, -120000, -60000",
        "7000,    7000,  7000,    14000",
    })
    void alignsToMultiplesOfItsLength(long timeMillis, long lengthMillis, long fromMillis, long toMillis) {
        TumblingWindow window = TumblingWindow.containing(timeMillis, lengthMillis);
        assertThat(window).isEqualTo(new TumblingWindow(fromMillis, toMillis));
        assertThat(window.contains(timeMillis)).isTrue();
    }

    @Test
    void sixHoursBeginAtMidnightUtc() {
        long noon = Instant.parse("2014-10-01T13:45:00Z").toEpochMilli();
        assertThat(TumblingWindow.containing(noon, 6 * 3_600_000))
                .isEqualTo(new TumblingWindow(
                        Instant.parse("2014-10-01T12:00:00Z").toEpochMilli(),
                        Instant.parse("2014-10-01T18:00:00Z").toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({"-60001, false", "-60000, true", "-1, true", "0, false"})
    void holdsItsStartButNotItsEnd(long timeMillis, boolean inside) {
        assertThat(new TumblingWindow(-60_000, 0).contains(timeMillis)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -60_000})
    void rejectsLengthThatIsNone(long lengthMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TumblingWindow.containing(0, lengthMillis))
                .withMessage("window length " + lengthMillis + " ms: want more than 0");
    }

    @Test
    void rejectsEndThatIsNotAfterTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TumblingWindow(5, 5))
                .withMessage("window from 5 to 5: want the start before the end");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void doesNotWrapAroundAtTheEndOfTime(long timeMillis) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> TumblingWindow.containing(timeMillis, 60_000));
    }
}
