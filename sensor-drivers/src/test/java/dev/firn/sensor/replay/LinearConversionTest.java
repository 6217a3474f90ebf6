package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LinearConversionTest {

    @Test
    void multipliesBeforeItShifts() {
        assertThat(conversion("0.1", "273.15").apply(new BigDecimal("-55"))).isEqualByComparingTo("267.65");
    }

    @Test
    void twoInARowAreOne() {
        LinearConversion both = conversion("0.1", "250").then(conversion("1", "-273.15"));
        assertThat(both.apply(new BigDecimal("231.5"))).isEqualByComparingTo("0");
        LinearConversion scaled = conversion("2", "3").then(conversion("100", "1"));
        assertThat(scaled.apply(new BigDecimal("5"))).isEqualByComparingTo("1301");
    }

    @Test
    void leavesNoRestOfBinaryArithmetic() {
        assertThat(277.25 - 273.15).isNotEqualTo(4.1);
        assertThat(conversion("1", "-273.15").apply(new BigDecimal("277.25")).doubleValue())
                .isEqualTo(4.1);
    }

    private static LinearConversion conversion(String factor, String shift) {
        return new LinearConversion(new BigDecimal(factor), new BigDecimal(shift));
    }
}
