package dev.firn.sensor.gnss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestFixTest {

    private static final long MILLI = 1_000_000;

    private final LatestFix latest = new LatestFix(0);

    @Test
    void whatWasToldIsForgottenWithTheFix() {
        latest.fix(true, 0);
        latest.tell(Quantity.ALTITUDE, 2275, 0);
        assertThat(value(Quantity.ALTITUDE, 100)).isEqualTo(Measured.of(Quantity.ALTITUDE, 2275));
        latest.fix(false, 100 * MILLI);
        latest.fix(true, 200 * MILLI);
        assertThat(value(Quantity.ALTITUDE, 200).reason()).isEqualTo("the receiver does not tell it");
    }

    @Test
    void whatNeedsAFixIsNotTakenWithoutOne() {
        latest.tell(Quantity.GROUND_SPEED, 3, 0);
        latest.tell(Quantity.SATELLITES, 2, 0);
        assertThat(value(Quantity.GROUND_SPEED, 0).reason()).isEqualTo("no fix");
        assertThat(value(Quantity.SATELLITES, 0).value()).isEqualTo(2);
    }

    @Test
    void courseIsDoubtedBelowHalfAMetreASecondOnly() {
        latest.fix(true, 0);
        latest.tell(Quantity.COURSE, 90, 0);
        assertThat(value(Quantity.COURSE, 0).flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
        latest.tell(Quantity.GROUND_SPEED, 0.49, 0);
        assertThat(value(Quantity.COURSE, 0).flag()).isEqualTo(QualityFlag.SUSPECT);
        latest.tell(Quantity.GROUND_SPEED, 0.5, 0);
        assertThat(value(Quantity.COURSE, 0).flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
    }

    @Test
    void valuesAgeByThemselves() {
        latest.fix(true, 0);
        latest.tell(Quantity.ALTITUDE, 2275, 0);
        latest.fix(true, 2600 * MILLI);
        latest.tell(Quantity.LATITUDE, 46.7, 2600 * MILLI);
        assertThat(value(Quantity.LATITUDE, 2600).value()).isEqualTo(46.7);
        assertThat(value(Quantity.ALTITUDE, 2600).reason()).isEqualTo("the receiver does not tell it");
    }

    @Test
    void isSilentAfterTenSecondsWithoutAWordOfTheFix() {
        latest.tell(Quantity.SATELLITES, 2, 5000 * MILLI);
        assertThat(latest.isSilent(10_000 * MILLI)).isFalse();
        assertThat(latest.isSilent(10_001 * MILLI)).isTrue();
        latest.fix(false, 10_001 * MILLI);
        assertThat(latest.isSilent(20_001 * MILLI)).isFalse();
    }

    private Measured value(Quantity quantity, long millis) {
        return latest.measured(List.of(quantity), millis * MILLI).getFirst();
    }
}
