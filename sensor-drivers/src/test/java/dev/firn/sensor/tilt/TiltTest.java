package dev.firn.sensor.tilt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.sensor.Measured;
import dev.firn.sensor.SensorFaultException;
import dev.firn.telemetry.QualityFlag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiltTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Acceleration LEVEL = Acceleration.ofGravities(0, 0, 1);
    private static final Acceleration BUMP = Acceleration.ofGravities(0.2, 0, 1.7);

    private final TiltWatch watch = new TiltWatch();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0, 0, 0",
        "-0.5, 0, 0.8660254, 30, 0, 30",
        "0, 0.5, 0.8660254, 0, 30, 30",
        "0, -0.5, 0.8660254, 0, -30, 30",
        "0.5, 0, 0.8660254, -30, 0, 30",
        "0, 0, -1, 0, 180, 180",
        "-1, 0, 0, 90, 0, 90",
        "0, 1, 0, 0, 90, 90"
    })
    void anglesFollowFromWhereGravityPulls(double x, double y, double z, double pitch, double roll, double slope) {
        Acceleration acceleration = Acceleration.ofGravities(x, y, z);
        assertThat(acceleration.pitch()).isCloseTo(pitch, within(1e-5));
        assertThat(acceleration.roll()).isCloseTo(roll, within(1e-5));
        assertThat(acceleration.slope()).isCloseTo(slope, within(1e-5));
    }

    @Test
    void accelerationIsInMetresPerSecondSquaredAndZeroHasNoSign() {
        assertThat(LEVEL.z()).isEqualTo(9.80665);
        assertThat(Double.compare(LEVEL.pitch(), 0.0)).isZero();
    }

    @Test
    void restIsNotDoubted() {
        assertThat(watch.judge(LEVEL, false, 0)).extracting(Measured::flag).containsOnly(QualityFlag.NOT_EVALUATED);
    }

    @ParameterizedTest
    @CsvSource({"0.51, NOT_EVALUATED", "1.49, NOT_EVALUATED", "0.49, SUSPECT", "1.51, SUSPECT"})
    void anglesAreSuspectWhereMoreThanGravityIsFelt(double z, QualityFlag flag) {
        List<Measured> values = watch.judge(Acceleration.ofGravities(0, 0, z), false, 0);
        assertThat(values.subList(0, 3)).extracting(Measured::flag).containsOnly(QualityFlag.NOT_EVALUATED);
        assertThat(values.subList(3, 6)).extracting(Measured::flag).containsOnly(flag);
    }

    @Test
    void saysWhyAnglesAreSuspect() {
        assertThat(watch.judge(BUMP, false, 0).getLast().reason())
                .isEqualTo("1.71 g, not gravity alone: bump or braking");
    }

    @Test
    void everythingIsSuspectAtTheEndOfTheRange() {
        assertThat(watch.judge(LEVEL, true, 0)).extracting(Measured::flag).containsOnly(QualityFlag.SUSPECT);
    }

    @Test
    void aRoughRideIsNoFault() {
        for (int i = 0; i < 50; i++) {
            watch.judge(Acceleration.ofGravities(i * 0.01, 0, 1.7), false, i * SECOND);
        }
    }

    @Test
    void theSameImpossibleAccelerationForMoreThanASecondIsAFault() {
        watch.judge(BUMP, false, 0);
        watch.judge(BUMP, false, SECOND);
        assertThatThrownBy(() -> watch.judge(BUMP, false, SECOND + 1))
                .isInstanceOf(SensorFaultException.class)
                .hasMessage("frozen at 1.71 g for more than a second");
    }

    @Test
    void restEndsTheSuspicionOfBeingFrozen() {
        watch.judge(BUMP, false, 0);
        watch.judge(LEVEL, false, SECOND);
        watch.judge(BUMP, false, 2 * SECOND);
    }

    @Test
    void noAccelerationAtAllIsAFault() {
        assertThatThrownBy(() -> watch.judge(Acceleration.ofGravities(0, 0, 0), false, 0))
                .isInstanceOf(SensorFaultException.class);
    }
}
