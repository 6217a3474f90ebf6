package dev.firn.preprocessor.snow.grid;

import java.util.stream.IntStream;

/**
 * A rectangle of cells; both ends belong to it.
 *
 * @param fromRow first row, from 0
 * @param toRow last row
 * @param fromColumn first column, from 0
 * @param toColumn last column
 */
public record CellBlock(int fromRow, int toRow, int fromColumn, int toColumn) {

    /** Checks that the ends are in order. */
    public CellBlock {
        if (fromRow < 0 || fromColumn < 0 || toRow < fromRow || toColumn < fromColumn) {
            throw new IllegalArgumentException("cells in rows " + fromRow + " to " + toRow + " and columns "
                    + fromColumn + " to " + toColumn + ": want numbers from 0, the lower first");
        }
    }

    /**
     * The numbers of its cells.
     *
     * @throws IllegalArgumentException if it reaches beyond the grid
     */
    public IntStream cells(GridLayout layout) {
        layout.cell(toRow, toColumn);
        return IntStream.rangeClosed(fromRow, toRow)
                .flatMap(row -> IntStream.rangeClosed(fromColumn, toColumn).map(column -> layout.cell(row, column)));
    }
}
