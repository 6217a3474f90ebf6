package dev.firn.preprocessor.snow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowGridTest {

    private static final GridLayout LAYOUT = new GridLayout(new LocalPlane(new Position(46.7, 11.9), 90), 5, 1, 3);
    private static final SlopeDesign DESIGN =
            new SlopeDesign(LAYOUT, 0.5, List.of(), List.of(new CellBlock(0, 0, 2, 2)));
    private static final GridMemory MEMORY = new GridMemory(5, 60_000, 600_000);

    private final SnowGrid grid = new SnowGrid(DESIGN, MEMORY);

    @Test
    void oneFalseEchoChangesNothing() {
        add(0, 1000, 0.50, 0.52, 3.00, 0.51);

        assertThat(grid.depth(0, 5000)).isEqualTo((0.51 + 0.52) / 2);
    }

    @Test
    void depthIsThatOfTheLastReadings() {
        add(0, 1000, 9, 9, 9, 0.5, 0.5, 0.5, 0.5, 0.5);

        assertThat(grid.depth(0, 9000)).isEqualTo(0.5);
        assertThat(grid.readings(0)).isEqualTo(8);
    }

    @Test
    void onlyTheNewestPassCounts() {
        add(0, 1000, 0.9, 0.9, 0.9);
        add(0, 100_000, 0.6);

        assertThat(grid.depth(0, 100_000)).isEqualTo(0.6);
    }

    @Test
    void cellIsForgottenAfterALongTime() {
        add(0, 1000, 0.9);

        assertThat(grid.depth(0, 601_000)).isEqualTo(0.9);
        assertThat(grid.depth(0, 601_001)).isNaN();
        assertThat(grid.ageMillis(0, 601_001)).isEqualTo(600_001);
    }

    @Test
    void surplusIsDepthLessTargetWhereThereIsOne() {
        add(0, 1000, 0.9);
        add(2, 1000, 0.9);

        assertThat(grid.surplus(1000)).containsExactly(0.4, Double.NaN, Double.NaN);
    }

    @Test
    void keepsTheLastKnownSlope() {
        grid.add(0, 1000, 0.9, 14);
        grid.add(0, 2000, 0.9, Double.NaN);

        assertThat(grid.slope(0)).isEqualTo(14);
        assertThat(grid.slope(1)).isNaN();
    }

    @Test
    void goesOnFromSavedState() {
        add(0, 1000, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        grid.add(1, 8000, 0.9, 11);
        StateWriter state = new StateWriter();
        grid.save(state);
        SnowGrid restored = new SnowGrid(DESIGN, MEMORY);
        StateReader reader = new StateReader(state.toBytes());
        restored.restore(reader);

        assertThat(reader.isAtEnd()).isTrue();
        grid.add(0, 9000, 0.05, 3);
        restored.add(0, 9000, 0.05, 3);
        for (int cell = 0; cell < 2; cell++) {
            assertThat(restored.depth(cell, 9000)).isEqualTo(grid.depth(cell, 9000));
            assertThat(restored.readings(cell)).isEqualTo(grid.readings(cell));
            assertThat(restored.slope(cell)).isEqualTo(grid.slope(cell));
        }
    }

    @Test
    void refusesTheStateOfAnotherGrid() {
        add(0, 1000, 0.1, 0.2, 0.3);
        StateWriter state = new StateWriter();
        grid.save(state);
        SnowGrid other = new SnowGrid(DESIGN, new GridMemory(2, 60_000, 600_000));

        assertThatThrownBy(() -> other.restore(new StateReader(state.toBytes())))
                .isInstanceOf(StateException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "100, 1, 1", "5, -1, 1", "5, 1, 0"})
    void refusesAMemoryThatIsNone(int readings, long pass, long forget) {
        assertThatThrownBy(() -> new GridMemory(readings, pass, forget)).hasMessageContaining("want");
    }

    private void add(int cell, long fromMillis, double... depths) {
        for (int number = 0; number < depths.length; number++) {
            grid.add(cell, fromMillis + 1000L * number, depths[number], Double.NaN);
        }
    }
}
