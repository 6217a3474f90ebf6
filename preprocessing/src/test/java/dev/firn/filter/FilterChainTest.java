package dev.firn.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.filter.FilterSettings.Deadband;
import dev.firn.filter.FilterSettings.Median;
import dev.firn.filter.FilterSettings.RateLimit;
import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterChainTest {

    private static final Quantity AIR = Quantity.AIR_TEMPERATURE;

    @Test
    void eachFilterSeesWhatTheOneBeforeMade() {
        // Medians 0 0 0 8 8, of which only news pass.
        FilterChain chain = FilterChain.of(List.of(new Median(3), new Deadband(1, 60_000)), AIR);
        assertThat(Filtering.through(chain, 0, 0, 8, 8, 8)).isEqualTo("0.0 HELD HELD 8.0 HELD");
    }

    @Test
    void whatIsHeldBackIsNotSeenByThoseAfter() {
        // 0.9 is held back. So 1.1 is the first that moves from 0, within 2 s.
        FilterChain chain = FilterChain.of(List.of(new Deadband(1, 60_000), new RateLimit(1, 2000)), AIR);
        assertThat(Filtering.through(chain, 0, 0.9, 1.1)).isEqualTo("0.0 HELD 1.0!");
    }

    @Test
    void emptyChainLetsAllPass() {
        assertThat(Filtering.through(FilterChain.of(List.of(), AIR), 1, 2, 3)).isEqualTo("1.0 2.0 3.0");
    }

    @Test
    void refusesTheStateOfAWiderWindow() {
        Filter wide = new Median(5).create(AIR);
        Filtering.through(wide, 1, 2, 3, 4, 5);
        StateWriter state = new StateWriter();
        wide.save(state);
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new Median(3).create(AIR).restore(new StateReader(state.toBytes())));
    }

    @Test
    void refusesStateThatNoFilterCanHaveSaved() {
        byte[] state = new StateWriter().put(new double[] {1, Double.NaN}, 2).toBytes();
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new Median(3).create(AIR).restore(new StateReader(state)));
    }
}
