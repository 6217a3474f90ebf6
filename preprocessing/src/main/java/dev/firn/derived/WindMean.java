package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/**
 * Wind over a period: the mean of its speeds, the mean of its vectors, and its greatest speed (WMO-No. 8, volume I,
 * chapter 5). In a calm a vane points anywhere, so calm samples have no part in the mean direction. Every figure is NaN
 * as long as nothing came that it could be made of. Speeds in m/s, directions in degrees that the wind comes from. For one
 * thread.
 */
public final class WindMean implements Stateful {

    private final double calmBelow;

    private long speeds;
    private double speedSum;
    private double greatest;
    private long vectors;
    private double eastSum;
    private double northSum;
    private long directed;
    private double directedEastSum;
    private double directedNorthSum;

    /** A mean of nothing; speeds below this, m/s, are calm. */
    public WindMean(double calmBelow) {
        this.calmBelow = calmBelow;
    }

    /** Takes a sample; its direction may be NaN: a calm has none, and without one the vector of a wind is not known. */
    public void add(double speed, double fromDegrees) {
        speeds++;
        speedSum += speed;
        greatest = Math.max(greatest, speed);
        if (!Double.isNaN(fromDegrees)) {
            addVector(WindVector.of(speed, fromDegrees), speed);
        } else if (isCalm(speed)) {
            vectors++;
        }
    }

    private void addVector(WindVector wind, double speed) {
        vectors++;
        eastSum += wind.east();
        northSum += wind.north();
        if (!isCalm(speed)) {
            directed++;
            directedEastSum += wind.east();
            directedNorthSum += wind.north();
        }
    }

    /** Whether a wind of this speed has no direction. */
    public boolean isCalm(double speed) {
        return speed < calmBelow;
    }

    /** Mean of the speeds. */
    public double scalarSpeed() {
        return speedSum / speeds;
    }

    /** Greatest of the speeds. */
    public double gust() {
        return speeds == 0 ? Double.NaN : greatest;
    }

    /** Mean of the vectors. */
    public WindVector vector() {
        return new WindVector(eastSum / vectors, northSum / vectors);
    }

    /** Direction of the mean of those vectors that are no calm; NaN too if they cancel each other out. */
    public double direction() {
        return new WindVector(directedEastSum / directed, directedNorthSum / directed).direction();
    }

    /** Length of the mean vector by the mean speed: 1 for a wind that keeps its direction, 0 for one from all sides. */
    public double steadiness() {
        // Rounding must not make it more than steady.
        return Math.min(1, vector().speed() / scalarSpeed());
    }

    /** Forgets everything. */
    public void clear() {
        speeds = 0;
        speedSum = 0;
        greatest = 0;
        vectors = 0;
        eastSum = 0;
        northSum = 0;
        directed = 0;
        directedEastSum = 0;
        directedNorthSum = 0;
    }

    @Override
    public void save(StateWriter state) {
        state.put(speeds).put(speedSum).put(greatest);
        state.put(vectors).put(eastSum).put(northSum);
        state.put(directed).put(directedEastSum).put(directedNorthSum);
    }

    @Override
    public void restore(StateReader state) {
        speeds = state.getLong(0, Long.MAX_VALUE);
        speedSum = state.getDouble();
        greatest = state.getDouble();
        vectors = state.getLong(0, speeds);
        eastSum = state.getDouble();
        northSum = state.getDouble();
        directed = state.getLong(0, vectors);
        directedEastSum = state.getDouble();
        directedNorthSum = state.getDouble();
    }
}
