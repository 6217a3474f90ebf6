package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;

/**
 * {@link NewSnow} from readings: each step has the mean of its readings, and its end the new snow of the 24 h before. What
 * comes too late for its step is left out.
 */
final class NewSnowFormula implements Formula {

    static final int HEIGHT = 0;
    static final int AIR = 1;
    static final int GUST = 2;

    private static final int NEW_SNOW = 0;

    private final long stepMillis;
    private final Period period;
    private final SnowStepMean mean = new SnowStepMean();
    private final PeriodTrust trust = new PeriodTrust();
    private final NewSnow newSnow;

    NewSnowFormula(Setup setup) {
        stepMillis = setup.millis("step");
        period = new Period(stepMillis);
        newSnow =
                new NewSnow(stepMillis, setup.number("noise-m"), setup.number("air-below"), setup.number("drift-gust"));
    }

    @Override
    public void calculate(Inputs inputs, Results results) {
        advanceTo(inputs.timeMillis(), results);
        if (period.open(inputs.timeMillis())) {
            mean.add(inputs.value(HEIGHT), inputs.value(AIR), inputs.value(GUST));
            trust.add(inputs.flag(), inputs.reason());
        }
    }

    @Override
    public void lack(long timeMillis, Results results) {
        advanceTo(timeMillis, results);
        if (period.open(timeMillis)) {
            trust.lack();
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
            give(endMillis, results);
            mean.clear();
            trust.clear();
        }
    }

    private void give(long endMillis, Results results) {
        long number = Math.floorDiv(endMillis, stepMillis) - 1;
        if (!mean.isEmpty()) {
            newSnow.add(mean.step(number));
        }
        double sum = newSnow.sum(number);
        if (trust.isEnough() && trust.flag().isGood() && newSnow.hasDrifted(number)) {
            results.give(NEW_SNOW, endMillis, sum, QualityFlag.SUSPECT, Reason.DRIFTING_SNOW);
        } else {
            results.give(NEW_SNOW, endMillis, sum, trust);
        }
    }

    @Override
    public void save(StateWriter state) {
        period.save(state);
        mean.save(state);
        trust.save(state);
        newSnow.save(state);
    }

    @Override
    public void restore(StateReader state) {
        period.restore(state);
        mean.restore(state);
        trust.restore(state);
        newSnow.restore(state);
    }
}
