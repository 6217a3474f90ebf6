package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Sample;

/** {@link FilterSettings.Median}: values in the order of arrival, whatever their times. For one thread. */
final class MedianFilter implements Filter {

    private final SortedWindow window;

    MedianFilter(int count) {
        window = new SortedWindow(count);
    }

    @Override
    public boolean apply(Sample sample) {
        if (sample.isUsable()) {
            window.add(sample.value());
            sample.replaceValue(window.median());
        }
        return true;
    }

    @Override
    public void save(StateWriter state) {
        window.save(state);
    }

    @Override
    public void restore(StateReader state) {
        window.restore(state);
    }
}
