package dev.firn.preprocessor.snow.grid;

import java.util.OptionalInt;

/**
 * Square cells in rows along the x axis of a plane. Cells are numbered from 0, row by row; the origin of the plane is the
 * outer corner of cell 0. Immutable.
 *
 * @param plane where the cells lie
 * @param cellMetres length of a cell's side, {@value #LEAST_CELL} to {@value #GREATEST_CELL} m
 * @param rows number of cells along the y axis, from 1
 * @param columns number of cells along the x axis, from 1; at most {@value #MOST_CELLS} cells altogether
 */
public record GridLayout(LocalPlane plane, double cellMetres, int rows, int columns) {

    /** Smallest cell, m: below, a receiver does not know in which one it is. */
    public static final double LEAST_CELL = 1;

    /** Largest cell, m: above, a cell is no longer one depth. */
    public static final double GREATEST_CELL = 50;

    /** Most cells: a plan for more would take the board seconds. */
    public static final int MOST_CELLS = 10_000;

    /** Checks the sizes. */
    public GridLayout {
        if (!(cellMetres >= LEAST_CELL && cellMetres <= GREATEST_CELL)) {
            throw new IllegalArgumentException("cell of " + cellMetres + " m: want 1 to 50 m");
        }
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST_CELLS) {
            throw new IllegalArgumentException("grid of " + rows + " rows and " + columns
                    + " columns: want at least 1 of each and at most " + MOST_CELLS + " cells");
        }
    }

    /** How many cells there are. */
    public int cells() {
        return rows * columns;
    }

    /** The area of a cell, m². */
    public double cellArea() {
        return cellMetres * cellMetres;
    }

    /** The number of a cell that exists. */
    public int cell(int row, int column) {
        if (!contains(row, column)) {
            throw new IllegalArgumentException("cell in row " + row + ", column " + column + ": the grid has rows 0 to "
                    + (rows - 1) + " and columns 0 to " + (columns - 1));
        }
        return row * columns + column;
    }

    /** Whether there is such a cell. */
    public boolean contains(int row, int column) {
        return row >= 0 && row < rows && column >= 0 && column < columns;
    }

    /** The row of a cell. */
    public int row(int cell) {
        return cell / columns;
    }

    /** The column of a cell. */
    public int column(int cell) {
        return cell % columns;
    }

    /** The cell in which the place lies, if it lies on the grid. */
    public OptionalInt cellAt(Point point) {
        double row = Math.floor(point.y() / cellMetres);
        double column = Math.floor(point.x() / cellMetres);
        boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
        return inside ? OptionalInt.of(cell((int) row, (int) column)) : OptionalInt.empty();
    }

    /** The middle of a cell. */
    public Point centre(int cell) {
        return new Point((column(cell) + 0.5) * cellMetres, (row(cell) + 0.5) * cellMetres);
    }

    /** The position of the middle of a cell. */
    public Position position(int cell) {
        return plane.toEarth(centre(cell));
    }
}
