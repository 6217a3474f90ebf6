package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;

/**
 * {@link FilterSettings.Hampel}: values in the order of arrival, whatever their times. The window holds them as they
 * came, so that a true step is followed once it fills more than half of it. For one thread.
 */
final class HampelFilter implements Filter {

    // 1 / Φ⁻¹(3/4): makes the MAD of a normal distribution its standard deviation.
    private static final double NORMAL_SCALE = 1.4826;

    private final SortedWindow window;
    private final double k;
    private final double leastScatter;

    HampelFilter(int count, double k, double leastScatter) {
        window = new SortedWindow(count);
        this.k = k;
        this.leastScatter = leastScatter;
    }

    @Override
    public boolean apply(Sample sample) {
        if (sample.isUsable()) {
            window.add(sample.value());
            replaceOutlier(sample);
        }
        return true;
    }

    private void replaceOutlier(Sample sample) {
        double median = window.median();
        if (Math.abs(sample.value() - median) > k * scatter(median)) {
            sample.replaceValue(median);
            sample.worsen(QualityFlag.SUSPECT, Reason.REPLACED);
        }
    }

    private double scatter(double median) {
        double distance = window.medianDistance(median);
        return distance == 0 ? leastScatter : NORMAL_SCALE * distance;
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
