package dev.firn.preprocessor.snow.push;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A flow between cells, taken apart into ways from a cell that gives to one that takes (flow decomposition: Ahuja, Magnanti,
 * Orlin 1993, "Network Flows", theorem 3.5). A flow of least cost has no circles. For one thread; taking it apart uses it
 * up.
 */
final class Flow {

    private static final int NONE = -1;

    private final int cells;
    private final int[] head;
    private final long[] units;
    private final int[] firstOf;
    private final int[] nextOf;
    private final long[] given;

    /** Units on each arc, with where it begins and ends; arcs from or to a number beyond the cells are left out. */
    Flow(int cells, int[] tail, int[] head, long[] units) {
        this.cells = cells;
        this.head = head;
        this.units = units;
        firstOf = new int[cells];
        Arrays.fill(firstOf, NONE);
        nextOf = new int[units.length];
        given = new long[cells];
        for (int arc = units.length - 1; arc >= 0; arc--) {
            if (units[arc] > 0 && tail[arc] < cells && head[arc] < cells) {
                take(arc, tail[arc]);
            }
        }
    }

    /** The ways, in the order of their first cells. */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            while (given[cell] > 0) {
                ways.add(wayFrom(cell));
            }
        }
        return ways;
    }

    private void take(int arc, int tail) {
        nextOf[arc] = firstOf[tail];
        firstOf[tail] = arc;
        given[tail] += units[arc];
        given[head[arc]] -= units[arc];
    }

    /** Follows the flow from the cell to the first one that takes. */
    private Way wayFrom(int start) {
        List<Integer> arcs = new ArrayList<>();
        List<Integer> way = new ArrayList<>(List.of(start));
        long amount = given[start];
        int cell = start;
        while (given[cell] >= 0) {
            int arc = firstUsed(cell);
            amount = Math.min(amount, units[arc]);
            arcs.add(arc);
            cell = head[arc];
            way.add(cell);
        }
        long moved = Math.min(amount, -given[cell]);
        arcs.forEach(arc -> units[arc] -= moved);
        given[start] -= moved;
        given[cell] += moved;
        return new Way(way, moved);
    }

    private int firstUsed(int cell) {
        while (units[firstOf[cell]] == 0) {
            firstOf[cell] = nextOf[firstOf[cell]];
        }
        return firstOf[cell];
    }

    /**
     * Units that go from one cell over others to a last one.
     *
     * @param cells in their order
     * @param units how much
     */
    record Way(List<Integer> cells, long units) {}
}
