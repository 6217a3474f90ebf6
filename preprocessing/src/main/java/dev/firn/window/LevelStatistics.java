package dev.firn.window;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;

/**
 * Statistics of values on a line. Mean and variance by the recurrence of Welford 1962, "Note on a Method for
 * Calculating Corrected Sums of Squares and Products", Technometrics 4(3), which does not lose digits when the spread
 * is small beside the mean (air pressure in Pa).
 */
final class LevelStatistics implements Statistics {

    private final QuantileSketch sketch = new QuantileSketch();
    private long count;
    private double mean;
    private double squaredDeviations;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;

    @Override
    public void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squaredDeviations += delta * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
        sketch.add(value);
    }

    @Override
    public void clear() {
        count = 0;
        mean = 0;
        squaredDeviations = 0;
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        sum = 0;
        sketch.clear();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public double mean() {
        return ifAny(mean);
    }

    @Override
    public double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(squaredDeviations / (count - 1));
    }

    @Override
    public double min() {
        return ifAny(min);
    }

    @Override
    public double max() {
        return ifAny(max);
    }

    @Override
    public Ranking ranking() {
        return sketch.ranking();
    }

    @Override
    public double sum() {
        return ifAny(sum);
    }

    @Override
    public void save(StateWriter state) {
        state.put(count).put(mean).put(squaredDeviations).put(min).put(max).put(sum);
        sketch.save(state);
    }

    @Override
    public void restore(StateReader state) {
        count = state.getLong(0, Long.MAX_VALUE);
        mean = state.getDouble();
        squaredDeviations = state.getDouble();
        min = state.getDouble();
        max = state.getDouble();
        sum = state.getDouble();
        sketch.restore(state);
    }

    private double ifAny(double figure) {
        return count == 0 ? Double.NaN : figure;
    }
}
