package dev.firn.preprocessor.snow.push;

/**
 * What a groomer can do at once, and how many moves it is told. The defaults are ours.
 *
 * @param count how many moves are told, 1 to {@value #MOST_MOVES}; default 5
 * @param bladeCubicMetres how much its blade takes in one push, m³ of snow as it lies, above 0 to {@value #LARGEST_BLADE};
 *     default 6 m³: a blade 5 m wide and 1.2 m high with the snow before it at about 45 degrees and some of it lost at the
 *     sides
 */
public record MoveSettings(int count, double bladeCubicMetres) {

    /** Most moves that are told: nobody in a cab reads more. */
    public static final int MOST_MOVES = 50;

    /** Largest blade, m³. */
    public static final double LARGEST_BLADE = 100;

    /** 5 moves, 6 m³. */
    public static final MoveSettings DEFAULT = new MoveSettings(5, 6);

    /** Checks the ranges. */
    public MoveSettings {
        if (count < 1 || count > MOST_MOVES) {
            throw new IllegalArgumentException(count + " moves: want 1 to " + MOST_MOVES);
        }
        if (!(bladeCubicMetres > 0 && bladeCubicMetres <= LARGEST_BLADE)) {
            throw new IllegalArgumentException("blade of " + bladeCubicMetres + " m³: want above 0 to 100 m³");
        }
    }
}
