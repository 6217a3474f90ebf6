package dev.firn.rigs.recompute;

import java.util.OptionalDouble;

/**
 * Circular statistics of directions in degrees (K. V. Mardia and P. E. Jupp, "Directional Statistics", 2000, section
 * 2.2), in two passes: the second sums deviations from the first's mean, so that directions close to each other lose no
 * digits.
 */
final class Directions {

    /** Below this mean resultant length the directions cancel out, and neither mean nor deviation is defined. */
    static final double CANCELLED = 1e-9;

    private final double meanRadians;
    private final double logOfLength;
    private final boolean defined;

    Directions(double[] degrees) {
        double sine = 0;
        double cosine = 0;
        for (double direction : degrees) {
            sine += Math.sin(Math.toRadians(direction));
            cosine += Math.cos(Math.toRadians(direction));
        }
        defined = degrees.length > 0 && Math.hypot(sine, cosine) / degrees.length > CANCELLED;
        double first = Math.atan2(sine, cosine);
        double sineAround = 0;
        double shortfall = 0;
        for (double direction : degrees) {
            double deviation = Math.toRadians(direction) - first;
            sineAround += Math.sin(deviation) / degrees.length;
            double half = Math.sin(deviation / 2);
            shortfall += 2 * half * half / degrees.length;
        }
        meanRadians = first + Math.atan2(sineAround, 1 - shortfall);
        // The resultant's length R has R² = (1 − shortfall)² + sineAround²; near 1 only the logarithm of 1 + x is
        // exact.
        logOfLength = 0.5 * Math.log1p(shortfall * (shortfall - 2) + sineAround * sineAround);
    }

    /** In [0, 360); empty where the directions cancel out. */
    OptionalDouble mean() {
        return defined ? OptionalDouble.of((Math.toDegrees(meanRadians) % 360 + 360) % 360) : OptionalDouble.empty();
    }

    /** √(−2 ln R) in degrees; empty where the directions cancel out. */
    OptionalDouble deviation() {
        return defined
                ? OptionalDouble.of(Math.toDegrees(Math.sqrt(Math.max(0, -2 * logOfLength))))
                : OptionalDouble.empty();
    }
}
