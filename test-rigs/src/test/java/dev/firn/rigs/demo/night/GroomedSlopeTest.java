package dev.firn.rigs.demo.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroomedSlopeTest {

    private final double[] surplus = new double[Slope.ROWS * Slope.COLUMNS];

    @Test
    void moveTakesWhatIsTooMuchAndLeavesItWhereSnowLacks() {
        surplus[2] = 0.1;
        surplus[3] = 0.2;
        surplus[4] = -0.1;
        surplus[6] = -0.1;
        assertThat(move(2, 6, 5).apply(surplus)).isCloseTo(5, within(1e-9));
        assertThat(surplus[2]).isZero();
        assertThat(surplus[3]).isCloseTo(0.1, within(1e-9));
        assertThat(surplus[4]).isZero();
        assertThat(surplus[6]).isZero();
    }

    @Test
    void snowThatFindsNoPlaceLiesWhereTheMoveEnds() {
        surplus[2] = 0.4;
        surplus[5] = -0.1;
        assertThat(move(2, 5, 5).apply(surplus)).isCloseTo(2.5, within(1e-9));
        assertThat(surplus[2]).isCloseTo(0.2, within(1e-9));
        assertThat(surplus[5]).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void snowOnlyGoesForward() {
        surplus[2] = -0.2;
        surplus[5] = 0.2;
        assertThat(move(2, 5, 5).apply(surplus)).isZero();
        assertThat(surplus[2]).isEqualTo(-0.2);
        assertThat(surplus[5]).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void movesTheWrongWayAreNotCountedAsWellDirected() {
        surplus[2] = 0.2;
        surplus[5] = -0.2;
        GroomedSlope groomed = GroomedSlope.of(List.of(move(2, 5, 5), move(5, 2, 5)), surplus);
        assertThat(groomed.moves()).isEqualTo(2);
        assertThat(groomed.wellDirected()).isEqualTo(1);
    }

    @Test
    void unevennessIsTheRootMeanSquareBeforeAndAfter() {
        surplus[2] = 0.3;
        surplus[5] = -0.3;
        GroomedSlope groomed = GroomedSlope.of(List.of(move(2, 5, 7.5)), surplus);
        assertThat(groomed.before()).isCloseTo(0.3 * Math.sqrt(2 / 300.0), within(1e-12));
        assertThat(groomed.after()).isZero();
        assertThat(groomed.moved()).isCloseTo(groomed.told(), within(1e-9));
        assertThat(surplus[2]).isEqualTo(0.3);
    }

    private static Move move(int fromColumn, int toColumn, double volume) {
        return new Move(0, fromColumn, 0, toColumn, 90, 20, 0.1, volume);
    }
}
