package dev.firn.rigs.demo.night;

/**
 * The way of a groomer over the slope: along the middle of each row, to and fro, from the lowest up. Immutable.
 */
final class Drive {

    /** m/s. */
    static final double SPEED = 3;

    private static final double LANE = (Slope.COLUMNS - 1) * Slope.CELL;
    private static final double LANE_AND_TURN = LANE + Slope.CELL;
    private static final double WAY = Slope.ROWS * LANE_AND_TURN - Slope.CELL;

    private Drive() {}

    /**
     * A place on the slope.
     *
     * @param x m to the east
     * @param y m to the north
     */
    record Place(double x, double y) {}

    /** Seconds from the first cell to the last. */
    static int seconds() {
        return (int) Math.ceil(WAY / SPEED);
    }

    /** Where it is after so many seconds; it stays at the end. */
    static Place at(int second) {
        double way = Math.min(second * SPEED, WAY);
        int lane = (int) (way / LANE_AND_TURN);
        double along = Math.min(way - lane * LANE_AND_TURN, LANE);
        double turned = way - lane * LANE_AND_TURN - along;
        double x = lane % 2 == 0 ? along : LANE - along;
        return new Place(Slope.CELL / 2 + x, Slope.CELL / 2 + lane * Slope.CELL + turned);
    }
}
