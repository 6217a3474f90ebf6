package dev.firn.window;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;

/**
 * Gathers the samples of one series that fall into one window, and says what they come to. For one thread. It takes
 * whatever it is given; that a sample belongs to its series and window is the caller's to see to.
 *
 * <p>Its memory is bounded however many samples come, see {@link QuantileSketch}. A figure that is too large for a
 * {@code double}, such as the deviation of values near 1e300, is NaN.
 */
public final class WindowAccumulator implements Stateful {

    private final SeriesId series;
    private final Statistics statistics;
    private final ReasonCounts reasons = new ReasonCounts();

    private Window window;
    private long count;
    private long good;
    private long missing;
    private QualityFlag worst = QualityFlag.MISSING; // the weakest of all flags
    private double last = Double.NaN;
    private long lastMillis = Long.MIN_VALUE;

    /** An empty window of the series. */
    public WindowAccumulator(SeriesId series, Window window) {
        this.series = series;
        this.window = window;
        statistics = Statistics.of(series.quantity().kind());
    }

    /** Begins anew with another window of the series: with the room that the values of this one took. */
    void clear(Window next) {
        window = next;
        statistics.clear();
        reasons.clear();
        count = 0;
        good = 0;
        missing = 0;
        worst = QualityFlag.MISSING;
        last = Double.NaN;
        lastMillis = Long.MIN_VALUE;
    }

    /** The window whose samples these are. */
    public Window window() {
        return window;
    }

    /** Counts the sample, and takes its value into the statistics unless it is flagged fail or missing. */
    public void add(Sample sample) {
        count(sample);
        if (sample.isUsable()) {
            statistics.add(sample.value());
            if (sample.timeMillis() >= lastMillis) {
                lastMillis = sample.timeMillis();
                last = sample.value();
            }
        }
    }

    /** Counts the sample and its flag, without its value: a filter has held it back. */
    public void count(Sample sample) {
        QualityFlag flag = sample.flag();
        count++;
        worst = worst.worst(flag);
        if (flag.isGood()) {
            good++;
        } else {
            missing += flag == QualityFlag.MISSING ? 1 : 0;
            reasons.add(sample.reason());
        }
    }

    /** What the samples so far come to. */
    public Summary summary() {
        Ranking ranking = statistics.ranking();
        return new Summary(
                series,
                window.fromMillis(),
                window.toMillis(),
                count,
                good,
                missing,
                statistics.count(),
                orNaN(statistics.mean()),
                statistics.min(),
                statistics.max(),
                orNaN(statistics.deviation()),
                orNaN(ranking.percentile(0.50)),
                orNaN(ranking.percentile(0.95)),
                last,
                series.quantity().kind() == Kind.AMOUNT ? orNaN(statistics.sum()) : Double.NaN,
                worst,
                reasons.toMap());
    }

    @Override
    public void save(StateWriter state) {
        state.put(count).put(good).put(missing).put(worst).put(last).put(lastMillis);
        reasons.save(state);
        statistics.save(state);
    }

    @Override
    public void restore(StateReader state) {
        count = state.getLong(0, Long.MAX_VALUE);
        good = state.getLong(0, count);
        missing = state.getLong(0, count - good);
        worst = state.getEnum(QualityFlag.class);
        last = state.getDouble();
        lastMillis = state.getLong();
        reasons.restore(state);
        statistics.restore(state);
    }

    private static double orNaN(double figure) {
        return Double.isFinite(figure) ? figure : Double.NaN;
    }
}
