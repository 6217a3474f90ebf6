package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

    @ParameterizedTest
    @CsvSource({"-45, true", "0, true", "45, true", "-45.001, false", "45.001, false", "NaN, false"})
    void holdsItsEnds(double value, boolean inside) {
        assertThat(new Range(-45, 45).contains(value)).isEqualTo(inside);
    }

    @Test
    void infiniteEndIsOpen() {
        assertThat(new Range(0, Double.POSITIVE_INFINITY).contains(Double.MAX_VALUE))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"45.0, -45.0", "1.0, 1.0", "NaN, 1.0", "1.0, NaN"})
    void rejectsEndsOutOfOrder(double min, double max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(min, max))
                .withMessage("range [" + min + ", " + max + "]: want two numbers, the lower first");
    }
}
