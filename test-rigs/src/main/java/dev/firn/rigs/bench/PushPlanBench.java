package dev.firn.rigs.bench;

import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.LocalPlane;
import dev.firn.preprocessor.snow.grid.Position;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import dev.firn.preprocessor.snow.push.CabMoves;
import dev.firn.preprocessor.snow.push.MoveSettings;
import dev.firn.preprocessor.snow.push.PushPlan;
import dev.firn.preprocessor.snow.push.PushPlanner;
import dev.firn.preprocessor.snow.push.PushSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How much processor time a push plan with its moves takes on a slope of 20 x 60 cells, and how much more work it asks for
 * than the least: over smooth fields of surplus and deficit, the same in every run, and exact optima of another algorithm.
 * Takes less than a minute; writes the figures as JSON.
 */
public final class PushPlanBench {

    private static final int EXIT_USAGE = 64;
    private static final int ROWS = 20;
    private static final int COLUMNS = 60;
    private static final double TARGET_METRES = 0.5;
    private static final int FIELDS = 25;
    private static final int COMPARED_FIELDS = 3;
    private static final double MILLIMETRES = 1000;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final GridLayout LAYOUT =
            new GridLayout(new LocalPlane(new Position(46.737, 11.955), 90), 5, ROWS, COLUMNS);
    private static final SlopeDesign DESIGN = new SlopeDesign(LAYOUT, TARGET_METRES, List.of(), List.of());
    private static final PushPlanner PLANNER = new PushPlanner(DESIGN, PushSettings.DEFAULT);
    private static final CabMoves MOVES = new CabMoves(DESIGN, MoveSettings.DEFAULT);

    private PushPlanBench() {}

    /**
     * Takes the file for the JSON; its folder is made if need be.
     *
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: PushPlanBench RESULT.json");
            System.exit(EXIT_USAGE);
        }
        double first = cpuMillis(field(0));
        double[] millis = IntStream.range(0, FIELDS)
                .mapToDouble(seed -> cpuMillis(field(seed)))
                .sorted()
                .toArray();
        double[] ratios = IntStream.range(0, COMPARED_FIELDS)
                .mapToDouble(seed -> workRatio(field(seed)))
                .sorted()
                .toArray();
        BenchResult figures = new BenchResult();
        figures.put("cells", LAYOUT.cells());
        figures.put("first-plan-cpu-ms", rounded(first, 1));
        figures.put("plan-cpu-ms-median", rounded(millis[FIELDS / 2], 1));
        figures.put("plan-cpu-ms-max", rounded(millis[FIELDS - 1], 1));
        figures.put("work-to-least-median", rounded(ratios[COMPARED_FIELDS / 2], 5));
        figures.put("work-to-least-max", rounded(ratios[COMPARED_FIELDS - 1], 5));
        figures.write(Path.of(arguments[0]));
    }

    private static double cpuMillis(double[] surplus) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        PushPlan plan = PLANNER.plan(surplus);
        if (MOVES.all(plan).isEmpty()) {
            throw new IllegalStateException("a field without moves measures nothing");
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / NANOS_PER_MILLI;
    }

    private static double workRatio(double[] surplus) {
        double tolerance = PushSettings.DEFAULT.toleranceMetres();
        int[] givers = cells(surplus, 1, tolerance);
        int[] takers = cells(surplus, -1, tolerance);
        double[][] distances = Arrays.stream(givers)
                .mapToObj(giver -> Arrays.stream(takers)
                        .mapToDouble(taker -> LAYOUT.centre(giver).distanceTo(LAYOUT.centre(taker)))
                        .toArray())
                .toArray(double[][]::new);
        double least = TransportOptimum.cost(amounts(surplus, givers), amounts(surplus, takers), distances);
        return PLANNER.plan(surplus).work() / (least / MILLIMETRES * LAYOUT.cellArea());
    }

    private static int[] cells(double[] surplus, int sign, double tolerance) {
        return IntStream.range(0, surplus.length)
                .filter(cell -> sign * surplus[cell] > tolerance)
                .toArray();
    }

    private static double[] amounts(double[] surplus, int[] cells) {
        return Arrays.stream(cells)
                .mapToDouble(cell -> Math.rint(Math.abs(surplus[cell]) * MILLIMETRES))
                .toArray();
    }

    /** Between 5 and 20 waves that cross the slope: hills and hollows of some tens of centimetres, in whole millimetres. */
    private static double[] field(long seed) {
        Random random = new Random(seed);
        double[] field = new double[LAYOUT.cells()];
        int waves = random.nextInt(5, 21);
        for (int wave = 0; wave < waves; wave++) {
            double height = random.nextDouble() * 0.3;
            double alongColumns = random.nextDouble() * 0.5;
            double alongRows = random.nextDouble() * 0.5;
            double phase = random.nextDouble() * 2 * Math.PI;
            for (int cell = 0; cell < field.length; cell++) {
                double angle = alongColumns * LAYOUT.column(cell) + alongRows * LAYOUT.row(cell) + phase;
                field[cell] += height * Math.sin(angle);
            }
        }
        return Arrays.stream(field)
                .map(metres -> Math.rint(metres * MILLIMETRES) / MILLIMETRES)
                .toArray();
    }

    private static double rounded(double value, int decimals) {
        double unit = Math.pow(10, decimals);
        return Math.round(value * unit) / unit;
    }
}
