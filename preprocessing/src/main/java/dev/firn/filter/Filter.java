package dev.firn.filter;

import dev.firn.state.Stateful;
import dev.firn.telemetry.Sample;

/**
 * One filter of one series. It takes the samples in the order of their arrival and changes each in place. A sample that
 * is not usable (failed or missing) passes unchanged, and its value is not remembered. A sample that is older than one
 * before it does no harm: each filter says what becomes of it. For one thread; applying it makes no garbage.
 */
public interface Filter extends Stateful {

    /**
     * Filters the sample.
     *
     * @return whether the sample goes on; one held back is counted, but its value is in no statistic
     */
    boolean apply(Sample sample);
}
