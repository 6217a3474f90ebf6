package dev.firn.rigs.demo.night;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A move of the blade as the program tells it.
 *
 * @param fromRow row of the cell where it begins
 * @param fromColumn its column
 * @param toRow row of the cell where it ends
 * @param toColumn its column
 * @param course degrees from true north
 * @param distance m
 * @param cut how deep, m
 * @param volume m³
 */
record Move(
        int fromRow,
        int fromColumn,
        int toRow,
        int toColumn,
        double course,
        double distance,
        double cut,
        double volume) {

    private static final double CELL_AREA = Slope.CELL * Slope.CELL;
    private static final int STEPS_PER_CELL = 4;

    static Move of(JsonNode move) {
        return new Move(
                move.path("from").path("row").asInt(),
                move.path("from").path("column").asInt(),
                move.path("to").path("row").asInt(),
                move.path("to").path("column").asInt(),
                move.path("course").asDouble(),
                move.path("distance").asDouble(),
                move.path("cut").asDouble(),
                move.path("volume").asDouble());
    }

    int from() {
        return fromRow * Slope.COLUMNS + fromColumn;
    }

    int to() {
        return toRow * Slope.COLUMNS + toColumn;
    }

    /**
     * Does it as a driver would: on the way the blade takes what lies above the target, up to the volume, and leaves what it
     * has where snow lacks. Snow only goes forward; what is still before the blade at the end lies there.
     *
     * @param surplus depth less target of each cell, m; changed
     * @return m³ that went where snow lacked
     */
    double apply(double[] surplus) {
        double taken = 0;
        double left = 0;
        for (int cell : cells()) {
            double excess = surplus[cell] * CELL_AREA;
            double change = excess > 0 ? Math.min(excess, volume - taken) : -Math.min(-excess, taken - left);
            taken += Math.max(0, change);
            left += Math.max(0, -change);
            surplus[cell] -= change / CELL_AREA;
        }
        surplus[to()] += (taken - left) / CELL_AREA;
        return left;
    }

    String words() {
        return "row %d, column %d to row %d, column %d: %.0f m towards %.0f degrees, cutting %.0f cm, %.1f m³"
                .formatted(fromRow, fromColumn, toRow, toColumn, distance, course, cut * 100, volume);
    }

    /** The cells on the straight way, each once. */
    private List<Integer> cells() {
        Set<Integer> cells = new LinkedHashSet<>();
        int steps = STEPS_PER_CELL * Math.max(1, Math.max(Math.abs(toRow - fromRow), Math.abs(toColumn - fromColumn)));
        for (int step = 0; step <= steps; step++) {
            long row = Math.round(fromRow + (double) (toRow - fromRow) * step / steps);
            long column = Math.round(fromColumn + (double) (toColumn - fromColumn) * step / steps);
            cells.add((int) (row * Slope.COLUMNS + column));
        }
        return new ArrayList<>(cells);
    }
}
