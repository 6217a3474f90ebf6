package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Sample;
import java.util.List;

/**
 * Several filters, one after the other: each sees what the one before it made of the sample. What one holds back, those
 * after it do not see. With no filter in it everything passes as it is. For one thread.
 */
public final class FilterChain implements Filter {

    private final Filter[] filters;

    /** These filters, in this order. */
    public FilterChain(List<? extends Filter> filters) {
        this.filters = filters.toArray(Filter[]::new);
    }

    /**
     * New filters for one series of this quantity, in this order.
     *
     * @throws IllegalArgumentException if one of them makes no sense for the quantity
     */
    public static FilterChain of(List<FilterSettings> settings, Quantity quantity) {
        return new FilterChain(
                settings.stream().map(each -> each.create(quantity)).toList());
    }

    @Override
    public boolean apply(Sample sample) {
        for (Filter filter : filters) {
            if (!filter.apply(sample)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void save(StateWriter state) {
        for (Filter filter : filters) {
            filter.save(state);
        }
    }

    @Override
    public void restore(StateReader state) {
        for (Filter filter : filters) {
            filter.restore(state);
        }
    }
}
