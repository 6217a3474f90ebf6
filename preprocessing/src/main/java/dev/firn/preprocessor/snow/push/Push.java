package dev.firn.preprocessor.snow.push;

import java.util.List;

/**
 * Snow that goes from one cell to another.
 *
 * @param cells from where, over which cells around obstacles, to where: two cells if the way is straight
 * @param volume m³ of snow as it lies
 * @param distance metres along the way
 * @param work m³ times level metres
 */
public record Push(List<Integer> cells, double volume, double distance, double work) {

    /** Copies the cells. */
    public Push {
        cells = List.copyOf(cells);
    }

    /** Where the snow is too deep. */
    public int from() {
        return cells.getFirst();
    }

    /** Where it is too thin. */
    public int to() {
        return cells.getLast();
    }

    /** Whether no obstacle is in the way. */
    public boolean isStraight() {
        return cells.size() == 2;
    }
}
