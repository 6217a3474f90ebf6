package dev.firn.window;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Circle;

/**
 * Statistics of directions in degrees: the direction of the resultant of unit vectors, and the circular standard
 * deviation √(−2 ln R) of its mean length R, in degrees. Mardia and Jupp 2000, "Directional Statistics", equations
 * 2.2.1 to 2.3.14. There is no least, greatest or middle one on a circle.
 */
final class DirectionStatistics implements Statistics {

    // Opposite directions leave a rest of some 1e-16 by rounding; nothing that was measured comes near this.
    private static final double VANISHING = 1e-9;

    private long count;
    private double cosines;
    private double sines;

    @Override
    public void add(double degrees) {
        double radians = Math.toRadians(degrees);
        count++;
        cosines += Math.cos(radians);
        sines += Math.sin(radians);
    }

    @Override
    public void clear() {
        count = 0;
        cosines = 0;
        sines = 0;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double mean() {
        return hasDirection() ? Circle.normalised(Math.toDegrees(Math.atan2(sines, cosines))) : Double.NaN;
    }

    @Override
    public double deviation() {
        if (count < 2 || !hasDirection()) {
            return Double.NaN;
        }
        // By rounding the resultant of equal directions can be longer than 1, whose logarithm has no root.
        double resultant = Math.min(1, resultant());
        return Math.toDegrees(Math.sqrt(2 * Math.log(1 / resultant)));
    }

    private boolean hasDirection() {
        return count > 0 && resultant() >= VANISHING;
    }

    private double resultant() {
        return Math.hypot(cosines, sines) / count;
    }

    @Override
    public double min() {
        return Double.NaN;
    }

    @Override
    public double max() {
        return Double.NaN;
    }

    @Override
    public Ranking ranking() {
        return Ranking.EMPTY;
    }

    @Override
    public double sum() {
        return Double.NaN;
    }

    @Override
    public void save(StateWriter state) {
        state.put(count).put(cosines).put(sines);
    }

    @Override
    public void restore(StateReader state) {
        count = state.getLong(0, Long.MAX_VALUE);
        cosines = state.getDouble();
        sines = state.getDouble();
    }
}
