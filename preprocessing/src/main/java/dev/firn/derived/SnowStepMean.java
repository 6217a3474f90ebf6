package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/** Mean height of the snow, mean temperature of the air and greatest gust while a step lasts. For one thread. */
final class SnowStepMean implements Stateful {

    private long count;
    private double heightSum;
    private double celsiusSum;
    private double gust;

    /** Takes a sample; the gust may be NaN where nobody measures it. */
    void add(double height, double celsius, double sampleGust) {
        count++;
        heightSum += height;
        celsiusSum += celsius;
        gust = sampleGust > gust ? sampleGust : gust;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The step of this number with what came in it. */
    SnowStep step(long number) {
        return new SnowStep(number, heightSum / count, celsiusSum / count, gust);
    }

    void clear() {
        count = 0;
        heightSum = 0;
        celsiusSum = 0;
        gust = 0;
    }

    @Override
    public void save(StateWriter state) {
        state.put(count).put(heightSum).put(celsiusSum).put(gust);
    }

    @Override
    public void restore(StateReader state) {
        count = state.getLong(0, Long.MAX_VALUE);
        heightSum = state.getDouble();
        celsiusSum = state.getDouble();
        gust = state.getDouble();
    }
}
