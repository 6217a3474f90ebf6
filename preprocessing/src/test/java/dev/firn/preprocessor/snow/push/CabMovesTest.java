package dev.firn.preprocessor.snow.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.preprocessor.snow.grid.CellBlock;
import dev.firn.preprocessor.snow.grid.Point;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CabMovesTest {

    private static final double AREA = 25;
    private static final MoveSettings SETTINGS = new MoveSettings(3, 6);

    @Test
    void tellsWhereHowFarAndHowDeep() {
        List<CabMove> moves = moves(Slopes.slope(1, 4), 0.2, 0, 0, -0.2);

        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.cells()).containsExactly(0, 3);
            assertThat(move.course()).isCloseTo(90, within(1e-9));
            assertThat(move.distance()).isEqualTo(15);
            assertThat(move.volume()).isCloseTo(5, within(1e-9));
            assertThat(move.cut()).isCloseTo(0.2, within(1e-9));
        });
    }

    @Test
    void pushOfMoreThanABladeBecomesSeveralMoves() {
        List<CabMove> moves = moves(Slopes.slope(1, 2), 0.6, -0.6);

        assertThat(moves).extracting(CabMove::volume).containsExactly(6.0, 6.0, 3.0);
        assertThat(moves).extracting(CabMove::cut).containsExactly(0.24, 0.24, 0.12);
    }

    @Test
    void pushesOnOneLineBecomeOneMove() {
        List<CabMove> moves = moves(Slopes.slope(1, 6), 0.1, 0.1, 0, 0, -0.1, -0.1);

        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.cells()).containsExactly(0, 5);
            assertThat(move.volume()).isCloseTo(5, within(1e-9));
            assertThat(move.cut()).isCloseTo(0.1, within(1e-9));
        });
    }

    @Test
    void pushesOnDifferentLinesStayApart() {
        List<CabMove> moves = moves(Slopes.slope(3, 2), 0.1, -0.1, 0, 0, 0.1, -0.1);

        assertThat(moves).hasSize(2);
    }

    @Test
    void pushesTowardsEachOtherStayApart() {
        List<CabMove> moves = moves(Slopes.slope(1, 4), 0.1, -0.1, -0.1, 0.1);

        assertThat(moves).hasSize(2);
    }

    @Test
    void wayAroundAnObstacleIsToldLegByLeg() {
        SlopeDesign design = Slopes.slope(3, 5, new CellBlock(0, 1, 2, 2));
        double[] surplus = new double[15];
        surplus[0] = 0.1;
        surplus[4] = -0.1;

        List<CabMove> moves = moves(design, surplus);

        assertThat(moves)
                .singleElement()
                .satisfies(move -> assertThat(move.cells()).hasSizeGreaterThan(2));
    }

    @Test
    void nearestComesFirstAndTheNextFromWhereThatEnds() {
        SlopeDesign design = Slopes.slope(1, 20);
        CabMoves moves = new CabMoves(design, SETTINGS);
        CabMove far = move(19, 18, 270);
        CabMove middle = move(9, 10, 90);
        CabMove near = move(2, 3, 90);

        List<CabMove> next =
                moves.next(List.of(far, middle, near), Optional.of(new Point(2.5, 2.5)), OptionalDouble.empty());

        assertThat(next).containsExactly(near, middle, far);
    }

    // Both begin 5 m away; the groomer faces east.
    @Test
    void moveAgainstTheCourseCountsAsFurtherAway() {
        CabMoves moves = new CabMoves(Slopes.slope(1, 20), SETTINGS);
        CabMove back = move(9, 8, 270);
        CabMove ahead = move(11, 12, 90);

        List<CabMove> next = moves.next(List.of(back, ahead), Optional.of(new Point(52.5, 2.5)), OptionalDouble.of(90));

        assertThat(next).containsExactly(ahead, back);
    }

    @Test
    void fullBladeIsWorthADetour() {
        CabMoves moves = new CabMoves(Slopes.slope(1, 20), SETTINGS);
        CabMove little = new CabMove(List.of(1, 2), 90, 5, 0.02, 0.5);
        CabMove full = new CabMove(List.of(5, 6), 90, 5, 0.24, 6);

        List<CabMove> next =
                moves.next(List.of(little, full), Optional.of(new Point(7.5, 2.5)), OptionalDouble.empty());

        assertThat(next).containsExactly(full, little);
    }

    @Test
    void withoutAPlaceTheLargestComesFirstAndNoMoreThanAskedFor() {
        SlopeDesign design = Slopes.slope(1, 12);
        CabMoves moves = new CabMoves(design, SETTINGS);
        PushPlan plan = plan(design, 0.05, -0.05, 0, 0.2, -0.2, 0, 0, 0.1, -0.1, 0, 0.06, -0.06);

        List<CabMove> next = moves.next(moves.all(plan), Optional.empty(), OptionalDouble.empty());

        assertThat(next).hasSize(3);
        assertThat(next.getFirst().from()).isEqualTo(3);
    }

    @Property(tries = 50)
    void movesCarryAllOfThePlanAndNoneMoreThanABlade(@ForAll long seed) {
        SlopeDesign design = Slopes.slope(10, 15);
        PushPlan plan = plan(design, Slopes.waves(design, seed, 5));

        List<CabMove> moves = new CabMoves(design, SETTINGS).all(plan);

        assertThat(moves.stream().mapToDouble(CabMove::volume).sum())
                .isCloseTo(plan.volume(), within(0.001 * (plan.pushes().size() + 1)));
        assertThat(moves).allSatisfy(move -> {
            assertThat(move.volume()).isBetween(0.0, 6 + 1e-9);
            assertThat(move.cut()).isBetween(0.0, move.volume() / AREA + 1e-9);
            assertThat(move.from()).isNotEqualTo(move.to());
        });
        assertThat(new CabMoves(design, SETTINGS).all(plan)).isEqualTo(moves);
    }

    @ParameterizedTest
    @CsvSource({"0, 6", "51, 6", "5, 0", "5, 101", "5, NaN"})
    void refusesSettingsThatAreNone(int count, double blade) {
        assertThatThrownBy(() -> new MoveSettings(count, blade)).hasMessageContaining("want");
    }

    private static CabMove move(int from, int to, double course) {
        return new CabMove(List.of(from, to), course, 5, 0.24, 6);
    }

    private static List<CabMove> moves(SlopeDesign design, double... surplus) {
        return new CabMoves(design, SETTINGS).all(plan(design, surplus));
    }

    private static PushPlan plan(SlopeDesign design, double... surplus) {
        return new PushPlanner(design, PushSettings.DEFAULT).plan(surplus);
    }
}
