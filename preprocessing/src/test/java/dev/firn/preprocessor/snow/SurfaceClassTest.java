package dev.firn.preprocessor.snow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.derived.SnowMaking;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurfaceClassTest {

    // Liquid water classes of Fierz et al. 2009; the rules for temperatures alone and for a contradiction.
    @ParameterizedTest
    @CsvSource({
        ",, 0, DRY",
        ",, 0.1, MOIST",
        ",, 2.9, MOIST",
        ",, 3, WET",
        ",, 7.9, WET",
        ",, 8, VERY_WET",
        ",, 15, VERY_WET",
        ",, 15.1, SOAKED",
        "-3, -3, 0, DRY",
        ", -0.5, 2, MOIST",
        ", -0.6, 2, CONTRADICTION",
        ", -0.6, 0, DRY",
        "-1.1, -0.6,, DRY",
        "-1.1,,, DRY",
        "-1, -0.6,, UNKNOWN",
        "-1.1, -0.5,, UNKNOWN",
        ", -0.6,, UNKNOWN",
        "-0.2, -5,, MELTING",
        "-5, -0.2,, MELTING",
        "0, 0,, MELTING",
        ",,, UNKNOWN"
    })
    void tellsHowWetTheSnowIs(
            @Nullable Double surface, @Nullable Double snow, @Nullable Double water, SurfaceClass expected) {
        assertThat(SurfaceClass.of(optional(surface), optional(snow), optional(water)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"MELTING, 0", "DRY, 1", "MOIST, 2", "WET, 3", "VERY_WET, 4", "SOAKED, 5"})
    void hasTheNumberOfTheQuantity(SurfaceClass surface, double code) {
        assertThat(surface.code()).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN", "CONTRADICTION"})
    void hasNoNumberWhereNothingCanBeSaid(SurfaceClass surface) {
        assertThat(surface.code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.40, 0.5, 0.1, OK",
        "0.60, 0.5, 0.1, OK",
        "0.39, 0.5, 0.1, THIN",
        "0.61, 0.5, 0.1, DEEP",
        "NaN, 0.5, 0.1, NO_DATA"
    })
    void judgesADepth(double depth, double target, double tolerance, DepthVerdict verdict) {
        assertThat(DepthVerdict.of(depth, target, tolerance)).isEqualTo(verdict);
    }

    // 28 and 20 °F.
    @ParameterizedTest
    @CsvSource({"-2.1, TOO_WARM, 0", "-2.2, MARGINAL, 1", "-6.7, MARGINAL, 1", "-6.8, GOOD, 2"})
    void tellsWhetherGunsCanRun(double wetBulb, SnowMakingWindow window, int code) {
        assertThat(SnowMakingWindow.at(wetBulb, SnowMaking.USUAL)).isEqualTo(window);
        assertThat(window.code()).isEqualTo(code);
    }

    @Test
    void refusesGunsThatRunWellBeforeTheyStart() {
        assertThatThrownBy(() -> new SnowMaking(-5, -4)).hasMessageContaining("want");
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
