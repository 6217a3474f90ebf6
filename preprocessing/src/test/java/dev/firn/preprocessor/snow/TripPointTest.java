package dev.firn.preprocessor.snow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TripPointTest {

    private final TripPoint point = new TripPoint(20, 2, 2000);

    @Test
    void tripsOnlyAfterTheHoldTime() {
        assertThat(point.accept(0, 20)).isFalse();
        assertThat(point.accept(1999, 25)).isFalse();
        assertThat(point.accept(2000, 20)).isTrue();
    }

    @Test
    void bumpIsForgotten() {
        point.accept(0, 25);
        point.accept(1000, 19.9);

        assertThat(point.accept(2000, 25)).isFalse();
        assertThat(point.accept(3999, 25)).isFalse();
        assertThat(point.accept(4000, 25)).isTrue();
    }

    @Test
    void letsGoOnlyClearlyBelowAndAfterTheHoldTime() {
        point.accept(0, 25);
        point.accept(2000, 25);

        assertThat(point.accept(10_000, 18)).isTrue();
        assertThat(point.accept(20_000, 17.9)).isTrue();
        assertThat(point.accept(21_000, 18.1)).isTrue();
        assertThat(point.accept(22_000, 17.9)).isTrue();
        assertThat(point.accept(24_000, 17.9)).isFalse();
    }

    @Test
    void withoutHoldTimeItTripsAtOnce() {
        assertThat(new TripPoint(20, 2, 0).accept(0, 20)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "20, 20", "25, 20", "20, 91", "NaN, 20"})
    void refusesThresholdsOutOfOrder(double caution, double limit) {
        assertThatThrownBy(() -> new TiltSettings.Thresholds(caution, limit)).hasMessageContaining("want");
    }
}
