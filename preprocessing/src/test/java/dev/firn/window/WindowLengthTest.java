package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowLengthTest {

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
    void alignsToMultiplesOfTheLength(long timeMillis, long lengthMillis, long fromMillis, long toMillis) {
        Window window = WindowLength.tumbling(lengthMillis).lastContaining(timeMillis);
        assertThat(window).isEqualTo(new Window(fromMillis, toMillis));
        assertThat(window.contains(timeMillis)).isTrue();
    }

    @Test
    void sixHoursBeginAtMidnightUtc() {
        long noon = Instant.parse("2014-10-01T13:45:00Z").toEpochMilli();
        assertThat(WindowLength.tumbling(6 * 3_600_000).lastContaining(noon))
                .isEqualTo(new Window(
                        Instant.parse("2014-10-01T12:00:00Z").toEpochMilli(),
                        Instant.parse("2014-10-01T18:00:00Z").toEpochMilli()));
    }

    @Test
    void slidingOnesOverlap() {
        WindowLength length = new WindowLength(600_000, 60_000);
        assertThat(length.overlapping()).isEqualTo(10);
        assertThat(length.isTumbling()).isFalse();
        assertThat(length.lastContaining(61_000)).isEqualTo(new Window(60_000, 660_000));
    }

    @ParameterizedTest
    @CsvSource({"-60001, false", "-60000, true", "-1, true", "0, false"})
    void holdsItsStartButNotItsEnd(long timeMillis, boolean inside) {
        assertThat(new Window(-60_000, 0).contains(timeMillis)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "-60000, -60000", "60000, 0", "60000, 7000", "3600000, 30000", "1000, 2000"})
    void rejectsLengthsThatDoNotCoverTimeEvenly(long millis, long everyMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowLength(millis, everyMillis))
                .withMessageStartingWith("window of " + millis + " ms every " + everyMillis + " ms: ");
    }

    @Test
    void rejectsEndThatIsNotAfterTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(5, 5))
                .withMessage("window from 5 to 5: want the start before the end");
    }

    @Test
    void windowBeyondTheEndOfTimeIsAnError() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> WindowLength.tumbling(60_000).lastContaining(Long.MAX_VALUE));
    }
}
