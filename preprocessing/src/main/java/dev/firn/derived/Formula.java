package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/** How one derived series, or several, come about. One that remembers nothing only calculates. For one thread. */
interface Formula extends Stateful {

    /** Calculates from inputs that are all there, but for those that may lack. */
    void calculate(Inputs inputs, Results results);

    /** Hears that at this time there was something to calculate, but inputs lack. */
    default void lack(long timeMillis, Results results) {
        results.lackAll(timeMillis);
    }

    /** When it has to be heard without any input; {@link Long#MAX_VALUE} for never. */
    default long nextDeadlineMillis() {
        return Long.MAX_VALUE;
    }

    /** Does what its deadline is for, if that is now or before. */
    default void advanceTo(long nowMillis, Results results) {}

    @Override
    default void save(StateWriter state) {}

    @Override
    default void restore(StateReader state) {}
}
