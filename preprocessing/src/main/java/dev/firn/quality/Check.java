package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.Sample;

/**
 * One test of the values of one series. It is given every sample that has a value, in the order of arrival, and worsens
 * its flag where the value does not pass. For one thread.
 */
public interface Check extends Stateful {

    /** Tests the sample; the reason of a worse flag goes with it. */
    void judge(Sample sample);

    /** No value came: what was before is no neighbour of what comes next. */
    default void gap() {}

    /** Most tests remember nothing. */
    @Override
    default void save(StateWriter state) {}

    @Override
    default void restore(StateReader state) {}
}
