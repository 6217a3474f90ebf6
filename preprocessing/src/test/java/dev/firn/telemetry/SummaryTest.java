package dev.firn.telemetry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

    private static final SeriesId SERIES = new SeriesId("air", Quantity.AIR_TEMPERATURE);

    @ParameterizedTest
    @CsvSource({"0, 0", "60000, 0"})
    void rejectsEmptyWindow(long fromMillis, long toMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(fromMillis, toMillis, 1, 1, 0))
                .withMessage("window of air/air-temperature: " + fromMillis + " to " + toMillis);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 2", "3, 4, 0", "3, 0, 4", "3, -1, 0", "3, 0, -1"})
    void rejectsCountsThatDoNotAddUp(long count, long good, long missing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(0, 60_000, count, good, missing))
                .withMessage("window of air/air-temperature: %d good and %d missing of %d readings"
                        .formatted(good, missing, count));
    }

    @Test
    void takesReadingsThatAreNeitherGoodNorMissing() {
        assertThatCode(() -> summary(0, 60_000, 3, 1, 1)).doesNotThrowAnyException();
    }

    private static Summary summary(long fromMillis, long toMillis, long count, long good, long missing) {
        return new Summary(
                SERIES,
                fromMillis,
                toMillis,
                count,
                good,
                missing,
                Math.max(0, Math.min(good, count)),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Double.NaN,
                QualityFlag.GOOD,
                Map.of());
    }
}
