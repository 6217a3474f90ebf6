package dev.firn.sensor.amg8833;

/**
 * Something warm in a frame.
 *
 * @param pixels how many it covers
 * @param row of its centre, 0 to 7
 * @param column of its centre, 0 to 7
 */
record Blob(int pixels, double row, double column) {

    /** Pixels of a frame's side. */
    static final int SIDE = 8;

    double distanceTo(Blob other) {
        return Math.hypot(row - other.row, column - other.column);
    }
}
