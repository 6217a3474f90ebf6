package dev.firn.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final SeriesId SERIES = new SeriesId("air", Quantity.AIR_TEMPERATURE);

    @Test
    void comesUnjudged() {
        assertThat(Reading.of(SERIES, 1000, -4.5))
                .isEqualTo(new Reading(SERIES, 1000, -4.5, QualityFlag.NOT_EVALUATED));
    }

    @Test
    void missingOneHasNoValue() {
        Reading missing = Reading.missing(SERIES, 1000);
        assertThat(missing.flag()).isEqualTo(QualityFlag.MISSING);
        assertThat(missing.value()).isNaN();
    }

    @Test
    void flagOfTheSourceIsItsReason() {
        assertThat(new Reading(SERIES, 1000, -4.5, QualityFlag.SUSPECT).reason())
                .isEqualTo(Reason.SOURCE);
        assertThat(Reading.missing(SERIES, 1000).reason()).isEqualTo(Reason.NO_VALUE);
        assertThat(Reading.of(SERIES, 1000, -4.5).reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void goodOneHasNoReasonAndABadOneHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading(SERIES, 1000, -4.5, QualityFlag.GOOD, Reason.SPIKE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading(SERIES, 1000, -4.5, QualityFlag.SUSPECT, Reason.NONE));
    }

    @Test
    void everyReasonIsFoundByItsWord() {
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(Reason.of(reason.word())).contains(reason));
        assertThat(Reason.RATE_OF_CHANGE.word()).isEqualTo("rate-of-change");
        assertThat(Reason.of("whim")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MISSING")
    void wantsAValueUnlessMissing(QualityFlag flag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading(SERIES, 1000, Double.NaN, flag))
                .withMessage("reading of air/air-temperature at 1000: value NaN with flag " + flag);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 12.5, Double.POSITIVE_INFINITY})
    void rejectsAValueThatIsFlaggedMissing(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading(SERIES, 1000, value, QualityFlag.MISSING))
                .withMessage("reading of air/air-temperature at 1000: value " + value + " with flag MISSING");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rejectsInfiniteValue(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reading.of(SERIES, 1000, value))
                .withMessageContaining("value " + value);
    }
}
