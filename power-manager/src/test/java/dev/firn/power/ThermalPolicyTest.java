package dev.firn.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThermalPolicyTest {

    private static final TripPoint ECO = new TripPoint(70, PowerLevel.ECO);
    private static final TripPoint LOW = new TripPoint(75, PowerLevel.LOW);

    @Test
    void rejectsNoTripPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermalPolicy(List.of(), 5, 0))
                .withMessage("thermal policy: no trip points");
    }

    @Test
    void rejectsTemperaturesThatDoNotRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermalPolicy(List.of(ECO, new TripPoint(70, PowerLevel.LOW)), 5, 0))
                .withMessage("thermal policy: LOW at 70.0 °C after ECO at 70.0 °C: want both to rise");
    }

    @Test
    void rejectsLevelsThatDoNotGetMoreSevere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermalPolicy(List.of(LOW, new TripPoint(80, PowerLevel.ECO)), 5, 0))
                .withMessage("thermal policy: ECO at 80.0 °C after LOW at 75.0 °C: want both to rise");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -5, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsHysteresisThatIsNone(double kelvin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermalPolicy(List.of(ECO), kelvin, 0))
                .withMessage("thermal policy: hysteresis of " + kelvin + " K is not above 0");
    }

    @Test
    void rejectsNegativeDwell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermalPolicy(List.of(ECO), 5, -1))
                .withMessage("thermal policy: dwell of -1 ms is negative");
    }

    @Test
    void rejectsTripPointOfFullOrOfNoTemperature() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TripPoint(70, PowerLevel.FULL))
                .withMessageContaining("trip point at 70.0 °C");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TripPoint(Double.NaN, PowerLevel.ECO))
                .withMessage("trip point of ECO: NaN °C is not a temperature");
    }

    @Test
    void laterChangesOfTheListDoNotReachIt() {
        List<TripPoint> tripPoints = new ArrayList<>(List.of(ECO));
        ThermalPolicy policy = new ThermalPolicy(tripPoints, 5, 0);
        tripPoints.add(LOW);
        assertThat(policy.tripPoints()).containsExactly(ECO);
    }

    @Test
    void standardActsBeforeTheFirmwareDoes() {
        assertThat(ThermalPolicy.STANDARD.tripPoints())
                .extracting(TripPoint::celsius)
                .allMatch(celsius -> celsius <= 80);
    }
}
