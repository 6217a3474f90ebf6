package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What filters make of a series, from the configuration to the subscriber. */
class FiltersIT {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int CONFIGURATION = 78;

    private static final double[] ROUGH = rough();

    @SuppressWarnings("NullAway.Init") // before all tests
    private static GatewayRig rig;

    @SuppressWarnings("NullAway.Init")
    private static Ledger ledger;

    @BeforeAll
    static void replay() {
        rig = new GatewayRig();
        ledger = rig.replayed(rig.config()
                .judging("named")
                .replaying(air("loose", -5, -5.2, -5.1, -5.3, 20, -5.2, -5.1))
                .withSeries("loose/air-temperature", "{filter: [hampel]}")
                .replaying(air("rough", ROUGH))
                .withSeries("rough/air-temperature", "{window: 6h, filter: [hampel: {count: 7, k: 3}, ewma: 30m]}")
                .replaying(air("quiet", 0, 0.1, 0.4, 0.6, 0.7, 1.2, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3))
                .withSeries("quiet/air-temperature", "{filter: [deadband: {delta: 0.5, heartbeat: 1h}]}")
                .replaying(air("quick", 0, 5, 5, 1.5, 2))
                .withSeries("quick/air-temperature", "{filter: [rate-limit: 1/10m]}")
                .replaying(air("doubted", 0, 12, 12, 12))
                .withSeries("doubted/air-temperature", "{range: [-10, 10], filter: [rate-limit: 1/10m]}"));
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    private static ReplaySensor air(String sensor, double... values) {
        return rig.written(sensor, SmetText.of("TA", TEN_MINUTES, values));
    }

    /** The median of the five values up to 20 °C is −5.1 °C, and half of them lie within 0.1 K of it. */
    @Test
    void aLooseContactIsReplacedAndSaysSo() {
        List<PublishedSummary> hours = GatewayRig.of("loose/air-temperature", ledger);
        assertThat(hours.get(0).count()).isEqualTo(6);
        assertThat(hours.get(0).good()).isEqualTo(5);
        assertThat(hours.get(0).reasons()).isEqualTo(Map.of("replaced", 1L));
        assertThat(hours.get(0).flag()).isEqualTo(3);
        assertThat(statistic(hours.get(0), "max")).isCloseTo(-5, within(1e-9));
        assertThat(statistic(hours.get(0), "mean")).isCloseTo(-30.9 / 6, within(1e-9));
        assertThat(hours.get(1).flag()).isEqualTo(1);
    }

    @Test
    void outliersAreTakenOutBeforeTheRestIsSmoothed() {
        Smoothed expected = new Smoothed(7, 3, Duration.ofMinutes(30));
        int inAWindow = (int) Duration.ofHours(6).dividedBy(TEN_MINUTES);
        List<PublishedSummary> windows = GatewayRig.of("rough/air-temperature", ledger);
        assertThat(windows).hasSize(ROUGH.length / inAWindow);
        long replacedInAll = 0;
        for (int window = 0; window < windows.size(); window++) {
            double[] recorded = Arrays.copyOfRange(ROUGH, window * inAWindow, (window + 1) * inAWindow);
            long before = expected.replaced;
            double[] smooth = DoubleStream.of(recorded).map(expected::next).toArray();
            long replaced = expected.replaced - before;
            replacedInAll += replaced;

            PublishedSummary got = windows.get(window);
            assertThat(got.count()).isEqualTo(inAWindow);
            assertThat(got.reasons()).isEqualTo(replaced == 0 ? Map.of() : Map.of("replaced", replaced));
            assertThat(statistic(got, "mean"))
                    .isCloseTo(DoubleStream.of(smooth).average().orElseThrow(), within(1e-9));
            assertThat(statistic(got, "max"))
                    .isCloseTo(DoubleStream.of(smooth).max().orElseThrow(), within(1e-9));
            assertThat(statistic(got, "min"))
                    .isCloseTo(DoubleStream.of(smooth).min().orElseThrow(), within(1e-9));
            assertThat(statistic(got, "last")).isCloseTo(smooth[inAWindow - 1], within(1e-9));
        }
        assertThat(replacedInAll).as("outliers in the file").isGreaterThanOrEqualTo(10);
    }

    /** 0, 0.6 and 1.2 °C go on; then one of 1.3 °C, at 01:50, since nothing went on for an hour; then none. */
    @Test
    void whatIsHeldBackIsCountedButNotInTheStatistics() {
        List<PublishedSummary> hours = GatewayRig.of("quiet/air-temperature", ledger);
        assertThat(hours).extracting(PublishedSummary::count).containsExactly(6L, 6L, 2L);
        assertThat(hours).extracting(PublishedSummary::good).containsExactly(6L, 6L, 2L);
        assertThat(hours).allMatch(hour -> hour.flag() == 1);
        assertThat(statistic(hours.get(0), "mean")).isCloseTo(0.6, within(1e-9));
        assertThat(statistic(hours.get(0), "p50")).isCloseTo(0.6, within(1e-9));
        assertThat(statistic(hours.get(0), "stddev")).isCloseTo(0.6, within(1e-9));
        assertThat(statistic(hours.get(0), "last")).isCloseTo(1.2, within(1e-9));
        assertThat(statistic(hours.get(1), "mean")).isCloseTo(1.3, within(1e-9));
        assertThat(hours.get(1).statistic("stddev")).isEmpty();
        assertThat(hours.get(2).statistic("mean")).isEmpty();
        assertThat(hours.get(2).statistic("last")).isEmpty();
    }

    /** 0, 1, 2, 1.5 and 2 °C come of it. */
    @Test
    void whatMovesTooFastIsHeldAtWhatItCanHaveReached() {
        PublishedSummary hour = GatewayRig.of("quick/air-temperature", ledger).getFirst();
        assertThat(hour.reasons()).isEqualTo(Map.of("replaced", 2L));
        assertThat(statistic(hour, "max")).isCloseTo(2, within(1e-9));
        assertThat(statistic(hour, "mean")).isCloseTo(6.5 / 5, within(1e-9));
    }

    @Test
    void whatWasInDoubtBeforeKeepsItsReason() {
        PublishedSummary hour = GatewayRig.of("doubted/air-temperature", ledger).getFirst();
        assertThat(hour.reasons()).isEqualTo(Map.of("range", 3L));
        assertThat(statistic(hour, "max")).isCloseTo(3, within(1e-9));
    }

    @Test
    void aFilterThatDoesNotSuitIsRefusedWithItsLine() {
        rig.write("in.csv", "2014-10-01T00:00:00Z,1\n");
        String config = rig.write("bad.yaml", """
                        node: {site: weissfluhjoch, id: station-1}
                        sensors:
                          - {id: mast, driver: replay, file: loose.smet}
                          - {id: gate, driver: replay, file: in.csv}
                        pipeline:
                          series:
                            "mast/wind-direction":
                              filter: [ewma: 10s, hampel]
                            "gate/people-count":
                              filter: [ewma: 30s]
                            "mast/air-temperature":
                              filter: [median: 4000]
                        uplink: {mqtt: {url: "tcp://127.0.0.1:1883"}}
                        """).toString();
        try (GatewayProcess check = rig.distribution().firn("check", "--config", config)) {
            assertThat(check.waitFor(GatewayRig.BOUND)).isEqualTo(CONFIGURATION);
            assertThat(check.words())
                    .contains(
                            "bad.yaml:8: pipeline.series.mast/wind-direction.filter: \"hampel\"",
                            "bad.yaml:10: pipeline.series.gate/people-count.filter: \"ewma\"",
                            "bad.yaml:12: pipeline.series.mast/air-temperature.filter.median: \"4000\"",
                            "3 problems");
        }
    }

    private static double statistic(PublishedSummary summary, String name) {
        return summary.statistic(name).orElseThrow();
    }

    /** Three days of a noisy sensor whose contact is lost now and then. */
    private static double[] rough() {
        Random noise = new Random(42);
        double[] values = new double[3 * 24 * 6];
        for (int row = 0; row < values.length; row++) {
            double air = -8 + 4 * Math.sin(row * Math.PI / 72) + 0.2 * noise.nextGaussian();
            values[row] = Math.rint(100 * (row % 31 == 30 ? air + 15 : air)) / 100;
        }
        return values;
    }

    /** Hampel's identifier and then an exponential mean over even steps, as the document has them. */
    private static final class Smoothed {

        private static final double LEAST_SCATTER = 0.14;

        private final double[] latest;
        private final double k;
        private final double weight;
        private int seen;
        private long replaced;
        private double mean;

        Smoothed(int count, double k, Duration timeConstant) {
            latest = new double[count];
            this.k = k;
            weight = 1 - Math.exp(-(double) TEN_MINUTES.toMillis() / timeConstant.toMillis());
        }

        double next(double value) {
            latest[seen++ % latest.length] = value;
            double[] window = Arrays.copyOf(latest, Math.min(seen, latest.length));
            double median = median(window);
            double distance = median(
                    DoubleStream.of(window).map(one -> Math.abs(one - median)).toArray());
            double scatter = distance == 0 ? LEAST_SCATTER : 1.4826 * distance;
            boolean isOutlier = Math.abs(value - median) > k * scatter;
            replaced += isOutlier ? 1 : 0;
            double kept = isOutlier ? median : value;
            mean = seen == 1 ? kept : mean + weight * (kept - mean);
            return mean;
        }

        private static double median(double[] values) {
            double[] sorted = DoubleStream.of(values).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }
}
