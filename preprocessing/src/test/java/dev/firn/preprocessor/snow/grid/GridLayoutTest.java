package dev.firn.preprocessor.snow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridLayoutTest {

    private static final LocalPlane PLANE = new LocalPlane(new Position(46.7, 11.9), 90);
    private static final GridLayout LAYOUT = new GridLayout(PLANE, 5, 3, 4);

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "4.99, 4.99, 0", "5, 0, 1", "0, 5, 4", "19.99, 14.99, 11", "12, 7, 6"})
    void findsTheCellOfAPlace(double x, double y, int cell) {
        assertThat(LAYOUT.cellAt(new Point(x, y))).hasValue(cell);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0", "0, -0.01", "20, 0", "0, 15", "1e300, 0"})
    void hasNoCellBesideTheGrid(double x, double y) {
        assertThat(LAYOUT.cellAt(new Point(x, y))).isEmpty();
    }

    @Test
    void centreOfACellLiesInIt() {
        for (int cell = 0; cell < LAYOUT.cells(); cell++) {
            assertThat(LAYOUT.cellAt(LAYOUT.centre(cell))).hasValue(cell);
            assertThat(LAYOUT.cellAt(PLANE.toPlane(LAYOUT.position(cell)))).hasValue(cell);
            assertThat(LAYOUT.cell(LAYOUT.row(cell), LAYOUT.column(cell))).isEqualTo(cell);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 3, 4", "51, 3, 4", "NaN, 3, 4", "5, 0, 4", "5, 3, 0", "5, 101, 100", "5, 100000, 100000"})
    void refusesWhatIsNoGrid(double cellMetres, int rows, int columns) {
        assertThatThrownBy(() -> new GridLayout(PLANE, cellMetres, rows, columns))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("want");
    }

    @Test
    void laterZoneHoldsWhereTwoOverlap() {
        SlopeDesign design = new SlopeDesign(
                LAYOUT,
                0.4,
                List.of(
                        new SlopeDesign.Zone(new CellBlock(0, 1, 0, 3), 0.6),
                        new SlopeDesign.Zone(new CellBlock(1, 1, 1, 2), 0.8)),
                List.of(new CellBlock(2, 2, 3, 3)));

        assertThat(design.target(0)).isEqualTo(0.6);
        assertThat(design.target(5)).isEqualTo(0.8);
        assertThat(design.target(8)).isEqualTo(0.4);
        assertThat(design.isBlocked(11)).isTrue();
        assertThat(design.isBlocked(10)).isFalse();
    }

    @Test
    void refusesAZoneBeyondTheGrid() {
        SlopeDesign.Zone zone = new SlopeDesign.Zone(new CellBlock(0, 3, 0, 3), 0.6);

        assertThatThrownBy(() -> new SlopeDesign(LAYOUT, 0.4, List.of(zone), List.of()))
                .hasMessageContaining("cell in row 3, column 3: the grid has rows 0 to 2");
    }
}
