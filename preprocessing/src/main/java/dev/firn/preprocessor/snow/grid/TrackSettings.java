package dev.firn.preprocessor.snow.grid;

/**
 * How depths are bound to where the groomer was. The defaults are ours.
 *
 * @param gapMillis how far apart two fixes may be for a depth to lie between them, above 0; default 3 s: at 6 m/s three
 *     cells of 5 m, over which a groomer drives straight enough
 * @param worstErrorMetres a fix whose receiver admits a larger error is not used, above 0; default 5 m, a cell
 * @param forwardMetres how far the depth sensor is ahead of the antenna, below 0 behind it, at most
 *     {@value #GREATEST_OFFSET} m; default 0
 * @param rightMetres how far it is to the antenna's right, below 0 to its left; default 0
 */
public record TrackSettings(long gapMillis, double worstErrorMetres, double forwardMetres, double rightMetres) {

    /** Largest offset, m: no groomer with its tiller and blade is longer. */
    public static final double GREATEST_OFFSET = 15;

    /** 3 s, 5 m, sensor under the antenna. */
    public static final TrackSettings DEFAULT = new TrackSettings(3000, 5, 0, 0);

    /** Checks the ranges. */
    public TrackSettings {
        if (gapMillis <= 0) {
            throw new IllegalArgumentException("gap of " + gapMillis + " ms between fixes: want more than 0");
        }
        if (!(worstErrorMetres > 0)) {
            throw new IllegalArgumentException("error of " + worstErrorMetres + " m: want more than 0");
        }
        if (!(Math.abs(forwardMetres) <= GREATEST_OFFSET && Math.abs(rightMetres) <= GREATEST_OFFSET)) {
            throw new IllegalArgumentException("depth sensor " + forwardMetres + " m ahead and " + rightMetres
                    + " m to the right of the antenna: want -15 to 15 m");
        }
    }

    /** Whether the sensor is not under the antenna, so that a place needs a course. */
    boolean hasOffset() {
        return forwardMetres != 0 || rightMetres != 0;
    }
}
