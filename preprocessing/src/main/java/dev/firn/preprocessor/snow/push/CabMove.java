package dev.firn.preprocessor.snow.push;

import java.util.List;

/**
 * One push of the blade, as it is told to the cab.
 *
 * @param cells from the cell where the blade goes down, over cells around obstacles, to the cell where it is empty
 * @param course degrees clockwise from true north, from 0 to below 360, of the first leg
 * @param distance metres along the way
 * @param cut metres to cut where snow is taken, on average
 * @param volume m³, at most what the blade takes
 */
public record CabMove(List<Integer> cells, double course, double distance, double cut, double volume) {

    /** Copies the cells. */
    public CabMove {
        cells = List.copyOf(cells);
    }

    /** Where the blade goes down. */
    public int from() {
        return cells.getFirst();
    }

    /** Where it is empty. */
    public int to() {
        return cells.getLast();
    }
}
