package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrossRangeTest {

    // Values and flags of the gross range test in ioos_qc's own tests (9c1853a, Apache-2.0).
    @Test
    void flagsTheVectorsOfQartod() {
        GrossRange test = new GrossRange(new Range(10, 50), Optional.of(new Range(20, 40)));
        double[] values = {5, 10, 15, 20, 25, 30, 35, 40, 45, 51};
        assertThat(Arrays.stream(values).mapToObj(test::judge).map(QualityFlag::code))
                .containsExactly(4, 3, 3, 1, 1, 1, 1, 1, 3, 4);
    }

    @Test
    void onlyThePlausibleRangeCountsWhereTheUserNamedNone() {
        GrossRange test = GrossRange.of(Quantity.AIR_TEMPERATURE, Optional.empty());
        double[] values = {-80.1, -80, 60, 60.1};
        assertThat(Arrays.stream(values).mapToObj(test::judge))
                .containsExactly(QualityFlag.FAIL, QualityFlag.GOOD, QualityFlag.GOOD, QualityFlag.FAIL);
    }

    @Test
    void implausibleValueFailsEvenInsideTheUsersRange() {
        GrossRange test = GrossRange.of(Quantity.RELATIVE_HUMIDITY, Optional.of(new Range(0, 200)));
        assertThat(test.judge(104)).isEqualTo(QualityFlag.FAIL);
    }
}
