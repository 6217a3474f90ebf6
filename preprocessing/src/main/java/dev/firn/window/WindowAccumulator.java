package dev.firn.window;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;

/**
 * Gathers the readings of one series that fall into one window, and says what they come to. For one thread. It takes
 * whatever it is given; that a reading belongs to its series and window is the caller's to see to.
 *
 * <p>Its memory is bounded however many readings come, see {@link PercentileSample}. A figure that is too large for a
 * {@code double}, such as the deviation of values near 1e300, is NaN.
 */
public final class WindowAccumulator {

    private final SeriesId series;
    private final TumblingWindow window;
    private final Statistics statistics;

    private long count;
    private long good;
    private long missing;
    private QualityFlag worst = QualityFlag.MISSING; // the weakest of all flags
    private double last = Double.NaN;
    private long lastMillis = Long.MIN_VALUE;

    /** An empty window of the series. */
    public WindowAccumulator(SeriesId series, TumblingWindow window) {
        this.series = series;
        this.window = window;
        statistics = Statistics.of(series.quantity().kind());
    }

    /** The window whose readings these are. */
    public TumblingWindow window() {
        return window;
    }

    /** Counts the reading, and takes its value into the statistics unless it is flagged fail or missing. */
    public void add(Reading reading) {
        QualityFlag flag = reading.flag();
        count++;
        worst = worst.worst(flag);
        if (flag == QualityFlag.MISSING) {
            missing++;
        } else if (flag.isUsable()) {
            addUsable(reading);
        }
    }

    private void addUsable(Reading reading) {
        if (reading.flag().isGood()) {
            good++;
        }
        statistics.add(reading.value());
        if (reading.timeMillis() >= lastMillis) {
            lastMillis = reading.timeMillis();
            last = reading.value();
        }
    }

    /** What the readings so far come to. */
    public Summary summary() {
        Ranking ranking = statistics.ranking();
        return new Summary(
                series,
                window.fromMillis(),
                window.toMillis(),
                count,
                good,
                missing,
                orNaN(statistics.mean()),
                statistics.min(),
                statistics.max(),
                orNaN(statistics.deviation()),
                orNaN(ranking.percentile(0.50)),
                orNaN(ranking.percentile(0.95)),
                last,
                series.quantity().kind() == Kind.AMOUNT ? orNaN(statistics.sum()) : Double.NaN,
                worst);
    }

    private static double orNaN(double figure) {
        return Double.isFinite(figure) ? figure : Double.NaN;
    }
}
