package dev.firn.preprocessor.snow.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.preprocessor.snow.grid.CellBlock;
import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.Point;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushPlannerTest {

    private static final double AREA = 25;
    private static final double EPSILON = 1e-9;

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "2, 20", "3, 20", "4, 5", "5, 20", "6, 8", "7, 12"})
    void worksHardlyMoreThanWhatDualityProvesToBeTheLeast(long seed, int waves) {
        SlopeDesign design = Slopes.slope(20, 60);
        double[] surplus = Slopes.waves(design, seed, waves);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(surplus);

        assertThat(plan.work() / leastByDuality(design.layout(), surplus)).isBetween(1 - EPSILON, 1.002);
    }

    @Test
    void worksHardlyMoreThanTheOptimumOfAnotherAlgorithm() {
        SlopeDesign design = Slopes.slope(20, 60);
        double[] surplus = Slopes.waves(design, 8, 20);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(surplus);

        double optimum = optimum(design.layout(), surplus, PushSettings.DEFAULT);
        assertThat(plan.work() / optimum).isBetween(1 - EPSILON, 1.002);
        assertThat(leastByDuality(design.layout(), surplus) / optimum).isBetween(1 - 1e-4, 1 + EPSILON);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.5, 0", "2, 3, 120"})
    void worksHardlyMoreThanTheOptimumUphill(long seed, double factor, double uphill) {
        SlopeDesign design = Slopes.slope(8, 20);
        double[] surplus = Slopes.waves(design, seed, 6);
        PushSettings settings = new PushSettings(0.03, factor, OptionalDouble.of(uphill));

        PushPlan plan = new PushPlanner(design, settings).plan(surplus);

        assertThat(plan.work() / optimum(design.layout(), surplus, settings)).isBetween(1 - EPSILON, 1.01);
    }

    @Property(tries = 100)
    void neverWorksLessThanTheOptimumNorMuchMore(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 2, max = 12) int columns) {
        SlopeDesign design = Slopes.slope(rows, columns);
        double[] surplus = Slopes.waves(design, seed, 4);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(surplus);

        double optimum = optimum(design.layout(), surplus, PushSettings.DEFAULT);
        assertThat(plan.work()).isBetween(optimum * (1 - EPSILON), optimum * 1.0131 + EPSILON);
    }

    @Property(tries = 100)
    void pushesTheLesserOfSurplusAndDeficitAndOvershootsNowhere(@ForAll long seed) {
        SlopeDesign design = Slopes.slope(10, 15);
        double[] surplus = Slopes.waves(design, seed, 5);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(surplus);

        assertThat(plan.volume()).isCloseTo(Math.min(plan.surplus(), plan.deficit()), within(1e-6));
        double[] after = applied(plan, surplus);
        for (int cell = 0; cell < surplus.length; cell++) {
            assertThat(Math.abs(after[cell])).isLessThanOrEqualTo(Math.abs(surplus[cell]) + EPSILON);
            assertThat(after[cell] * surplus[cell]).isGreaterThanOrEqualTo(-EPSILON);
        }
    }

    @Test
    void takesWhatIsNearestWhenThereIsTooMuch() {
        SlopeDesign design = Slopes.slope(1, 5);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(new double[] {0.5, 0, 0, -0.2, 0.5});

        assertThat(plan.pushes()).singleElement().satisfies(push -> {
            assertThat(push.cells()).containsExactly(4, 3);
            assertThat(push.volume()).isCloseTo(0.2 * AREA, within(EPSILON));
            assertThat(push.distance()).isEqualTo(5);
        });
        assertThat(plan.surplus()).isCloseTo(AREA, within(EPSILON));
        assertThat(plan.deficit()).isCloseTo(0.2 * AREA, within(EPSILON));
    }

    @Test
    void fillsWhatIsNearestWhenThereIsTooLittle() {
        SlopeDesign design = Slopes.slope(1, 5);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(new double[] {-0.5, 0, 0.2, -0.5, 0});

        assertThat(plan.pushes())
                .singleElement()
                .satisfies(push -> assertThat(push.cells()).containsExactly(2, 3));
    }

    @ParameterizedTest
    @CsvSource({"0.03, -0.5", "0.5, -0.03", "0.5, 0.5", "-0.5, -0.5", "NaN, -0.5"})
    void leavesAloneWhatIsWithinToleranceOrHasNoCounterpart(double left, double right) {
        SlopeDesign design = Slopes.slope(1, 2);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(new double[] {left, right});

        assertThat(plan.pushes()).isEmpty();
    }

    @Test
    void pushesOverCellsWithoutADepth() {
        SlopeDesign design = Slopes.slope(1, 3);

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(new double[] {0.5, Double.NaN, -0.5});

        assertThat(plan.pushes()).singleElement().satisfies(push -> {
            assertThat(push.isStraight()).isTrue();
            assertThat(push.distance()).isEqualTo(10);
        });
    }

    @Test
    void goesAroundAnObstacle() {
        SlopeDesign design = Slopes.slope(5, 5, new CellBlock(1, 3, 2, 2));
        double[] surplus = new double[25];
        surplus[10] = 0.4;
        surplus[14] = -0.4;
        surplus[12] = Double.NaN;

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(surplus);

        assertThat(plan.pushes()).singleElement().satisfies(push -> {
            assertThat(push.isStraight()).isFalse();
            assertThat(push.distance()).isGreaterThan(20);
            assertThat(push.cells()).doesNotContain(7, 12, 17);
        });
    }

    @Test
    void leavesWhatAnObstaclePartsFromItsHollow() {
        SlopeDesign design = Slopes.slope(2, 5, new CellBlock(0, 1, 2, 2));
        double[] surplus = {0.4, 0, Double.NaN, 0, -0.4, 0, -0.1, Double.NaN, 0, 0};

        PushPlan plan = new PushPlanner(design, PushSettings.DEFAULT).plan(surplus);

        assertThat(plan.pushes())
                .singleElement()
                .satisfies(push -> assertThat(push.cells()).containsExactly(0, 6));
    }

    @Test
    void prefersToPushDownhill() {
        SlopeDesign design = Slopes.slope(3, 1);
        double[] surplus = {-0.3, 0.3, -0.3};

        PushSettings uphillIsNorth = new PushSettings(0.03, 2, OptionalDouble.of(0));
        PushSettings uphillIsSouth = new PushSettings(0.03, 2, OptionalDouble.of(180));

        assertThat(new PushPlanner(design, uphillIsNorth)
                        .plan(surplus)
                        .pushes()
                        .getFirst()
                        .to())
                .isEqualTo(0);
        assertThat(new PushPlanner(design, uphillIsSouth)
                        .plan(surplus)
                        .pushes()
                        .getFirst()
                        .to())
                .isEqualTo(2);
    }

    @Test
    void plansTheSameAgain() {
        SlopeDesign design = Slopes.slope(20, 60);
        double[] surplus = Slopes.waves(design, 7, 9);
        PushPlanner planner = new PushPlanner(design, PushSettings.DEFAULT);

        assertThat(planner.plan(surplus)).isEqualTo(planner.plan(surplus));
    }

    private static double[] applied(PushPlan plan, double[] surplus) {
        double[] after = surplus.clone();
        for (Push push : plan.pushes()) {
            after[push.from()] -= push.volume() / AREA;
            after[push.to()] += push.volume() / AREA;
        }
        return after;
    }

    private static double optimum(GridLayout layout, double[] surplus, PushSettings settings) {
        int[] givers = cells(surplus, 1);
        int[] takers = cells(surplus, -1);
        TransportOptimum optimum = new TransportOptimum(
                millimetres(surplus, givers), millimetres(surplus, takers), costs(layout, givers, takers, settings));
        assertThat(optimum.certificateError()).isLessThan(1e-6);
        return optimum.cost() / 1000 * AREA;
    }

    /** On level ground, where it costs the same to push from takers to givers. */
    private static double leastByDuality(GridLayout layout, double[] surplus) {
        int sign =
                Arrays.stream(surplus).filter(metres -> Math.abs(metres) > 0.03).sum() > 0 ? 1 : -1;
        int[] givers = cells(surplus, sign);
        int[] takers = cells(surplus, -sign);
        double[][] costs = costs(layout, givers, takers, PushSettings.DEFAULT);
        return DualBound.of(millimetres(surplus, givers), millimetres(surplus, takers), costs) / 1000 * AREA;
    }

    private static int[] cells(double[] surplus, int sign) {
        return IntStream.range(0, surplus.length)
                .filter(cell -> sign * surplus[cell] > 0.03)
                .toArray();
    }

    private static double[][] costs(GridLayout layout, int[] givers, int[] takers, PushSettings settings) {
        double[][] costs = new double[givers.length][takers.length];
        for (int i = 0; i < givers.length; i++) {
            for (int j = 0; j < takers.length; j++) {
                costs[i][j] = cost(layout.centre(givers[i]), layout.centre(takers[j]), settings);
            }
        }
        return costs;
    }

    // x is east, y is north.
    private static double cost(Point from, Point to, PushSettings settings) {
        double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
        if (settings.uphill().isEmpty()) {
            return distance;
        }
        double uphill = Math.toRadians(settings.uphill().getAsDouble());
        double climbed = (to.x() - from.x()) * Math.sin(uphill) + (to.y() - from.y()) * Math.cos(uphill);
        return distance + (settings.uphillFactor() - 1) * Math.max(0, climbed);
    }

    private static long[] millimetres(double[] surplus, int[] cells) {
        return Arrays.stream(cells)
                .mapToLong(cell -> Math.round(Math.abs(surplus[cell]) * 1000))
                .toArray();
    }
}
