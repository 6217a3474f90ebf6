package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;

/**
 * {@link WindMean} over periods; the result has the time of the period's end, as observations of wind have. A sample
 * without a direction that is no calm has its part in the speeds alone. What comes too late for its period is left out.
 */
final class WindFormula implements Formula {

    static final int SPEED = 0;
    static final int DIRECTION = 1;

    static final int MEAN_SPEED = 0;
    static final int MEAN_DIRECTION = 1;
    static final int RESULTANT_SPEED = 2;
    static final int STEADINESS = 3;
    static final int EAST = 4;
    static final int NORTH = 5;
    static final int GUST = 6;

    private final Period period;
    private final WindMean mean;
    private final PeriodTrust speeds = new PeriodTrust();
    private final PeriodTrust vectors = new PeriodTrust();

    WindFormula(Setup setup) {
        period = new Period(setup.millis("period"));
        mean = new WindMean(setup.number("calm"));
    }

    @Override
    public void calculate(Inputs inputs, Results results) {
        advanceTo(inputs.timeMillis(), results);
        if (period.open(inputs.timeMillis())) {
            add(inputs);
        }
    }

    private void add(Inputs inputs) {
        double speed = inputs.value(SPEED);
        mean.add(speed, inputs.value(DIRECTION));
        speeds.add(inputs.flag(), inputs.reason());
        if (inputs.has(DIRECTION) || mean.isCalm(speed)) {
            vectors.add(inputs.flag(), inputs.reason());
        } else {
            vectors.lack();
        }
    }

    @Override
    public void lack(long timeMillis, Results results) {
        advanceTo(timeMillis, results);
        if (period.open(timeMillis)) {
            speeds.lack();
            vectors.lack();
        }
    }

    @Override
    public long nextDeadlineMillis() {
        return period.endMillis();
    }

    @Override
    public void advanceTo(long nowMillis, Results results) {
        long endMillis = period.endMillis();
        if (endMillis <= nowMillis) {
            period.close();
            results.give(MEAN_SPEED, endMillis, mean.scalarSpeed(), speeds);
            results.give(MEAN_DIRECTION, endMillis, mean.direction(), vectors);
            results.give(RESULTANT_SPEED, endMillis, mean.vector().speed(), vectors);
            results.give(STEADINESS, endMillis, mean.steadiness(), vectors);
            results.give(EAST, endMillis, mean.vector().east(), vectors);
            results.give(NORTH, endMillis, mean.vector().north(), vectors);
            results.give(GUST, endMillis, mean.gust(), speeds);
            clear();
        }
    }

    private void clear() {
        mean.clear();
        speeds.clear();
        vectors.clear();
    }

    @Override
    public void save(StateWriter state) {
        period.save(state);
        mean.save(state);
        speeds.save(state);
        vectors.save(state);
    }

    @Override
    public void restore(StateReader state) {
        period.restore(state);
        mean.restore(state);
        speeds.restore(state);
        vectors.restore(state);
    }
}
