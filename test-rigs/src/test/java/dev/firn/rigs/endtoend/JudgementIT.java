package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.Smet;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Flags and reasons, from the configuration to the subscriber. */
class JudgementIT {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final String SNOW_HEIGHT = "station/snow-height";
    private static final Instant FIRST_SNOW = Instant.parse("2014-10-22T00:00:00Z");

    private static final SmetText RIDGE =
            SmetText.of("TA", TEN_MINUTES, "0", "1", "12", "126.85", "-", "", "0", "6", "", "", "", "", "0");

    @Test
    void rangesAndStepsOfTheConfigurationReachTheSubscriber() {
        try (GatewayRig rig = new GatewayRig()) {
            Ledger ledger = rig.replayed(rig.config()
                    .replaying(rig.written("station", RIDGE))
                    .judging("on")
                    .withSeries("station/air-temperature", "{range: [-10, 10], max-step: 1/2m}"));
            List<PublishedSummary> summaries = GatewayRig.of("station/air-temperature", ledger);

            PublishedSummary first = summaries.get(0);
            assertThat(first.count()).isEqualTo(5);
            assertThat(first.good())
                    .as("0 and 1 °C; 12 °C is out of range, 126.85 °C fails")
                    .isEqualTo(2);
            assertThat(first.reasons()).isEqualTo(Map.of("range", 1L, "gross-range", 1L, "no-value", 1L));
            assertThat(first.missing()).isEqualTo(1);
            assertThat(first.flag()).isEqualTo(4);
            assertThat(first.statistic("max")).hasValue(12);
            assertThat(first.statistic("last")).hasValue(12);

            PublishedSummary second = summaries.get(1);
            assertThat(second.good()).as("6 K in 10 minutes are too many").isEqualTo(1);
            assertThat(second.reasons()).isEqualTo(Map.of("rate-of-change", 1L));
            assertThat(second.flag()).isEqualTo(3);
            assertThat(second.statistic("max")).hasValue(6);

            assertThat(summaries.get(2).flag()).isEqualTo(1);
        }
    }

    @Test
    void withoutJudgementNothingFails() {
        try (GatewayRig rig = new GatewayRig()) {
            Ledger ledger = rig.replayed(rig.config().replaying(rig.written("station", RIDGE)));
            PublishedSummary first =
                    GatewayRig.of("station/air-temperature", ledger).getFirst();
            assertThat(first.good()).isEqualTo(4);
            assertThat(first.missing()).isEqualTo(1);
            assertThat(first.flag()).isEqualTo(2);
            assertThat(first.statistic("max")).hasValue(126.85);
        }
    }

    /** The spike of 9 K lies 9 K off the mean of its neighbours, they 4.5 K off theirs; that of 5 K lies 5 and 2.5 K off. */
    @Test
    void aSpikeFailsAndItsNeighboursAreDoubted() {
        SmetText spikes = SmetText.of("TA", TEN_MINUTES, 0, 0, 0, 9, 0, 0, 0, 0, 5, 0, 0, 0, 0);
        try (GatewayRig rig = new GatewayRig()) {
            Ledger ledger = rig.replayed(rig.config()
                    .replaying(rig.written("ridge", spikes))
                    .judging("on")
                    .withSeries("ridge/air-temperature", "{spike: [3, 8]}"));
            List<PublishedSummary> hours = GatewayRig.of("ridge/air-temperature", ledger);

            assertThat(hours)
                    .as("judged one reading late, and yet in its own hour")
                    .extracting(PublishedSummary::count)
                    .containsExactly(6L, 6L, 1L);
            assertThat(hours.get(0).reasons()).isEqualTo(Map.of("spike", 3L));
            assertThat(hours.get(0).flag()).isEqualTo(4);
            assertThat(hours.get(0).statistic("max")).hasValue(0);
            assertThat(hours.get(1).reasons()).isEqualTo(Map.of("spike", 1L));
            assertThat(hours.get(1).flag()).isEqualTo(3);
            assertThat(hours.get(1).statistic("max").orElseThrow()).isCloseTo(5, within(1e-9));
            assertThat(hours.get(2).flag())
                    .as("the last one has no reading after it")
                    .isEqualTo(1);
        }
    }

    @Test
    void everyQuantityIsJudgedByItsOwnRulesUnlessOnlyNamedOnesAreWanted() {
        Ledger byDefault = mast("on");
        assertDoubted(byDefault, "flat/air-temperature", 11, Map.of("flat-line", 5L));
        assertDoubted(byDefault, "melting/air-temperature", 11, Map.of());
        assertDoubted(byDefault, "dew/dew-point-temperature", 3, Map.of("dew-point-above-temperature", 1L));
        assertDoubted(byDefault, "wind/wind-gust", 4, Map.of("gust-below-mean", 1L, "gross-range", 1L));
        assertDoubted(byDefault, "silent/air-temperature", 7, Map.of("stale", 5L));

        Ledger asNamed = mast("named");
        assertDoubted(asNamed, "flat/air-temperature", 11, Map.of());
        assertDoubted(asNamed, "dew/dew-point-temperature", 3, Map.of());
        assertDoubted(asNamed, "wind/wind-gust", 4, Map.of("gross-range", 1L));
        assertDoubted(asNamed, "silent/air-temperature", 7, Map.of("stale", 5L));
    }

    private static void assertDoubted(Ledger ledger, String series, long count, Map<String, Long> reasons) {
        PublishedSummary first = GatewayRig.of(series, ledger).getFirst();
        assertThat(first.count()).as(series).isEqualTo(count);
        assertThat(first.reasons()).as(series).isEqualTo(reasons);
        int worst = reasons.containsKey("gross-range") ? 4 : reasons.containsKey("stale") || reasons.isEmpty() ? 1 : 3;
        assertThat(first.flag()).as(series).isEqualTo(worst);
    }

    private static Ledger mast(String quality) {
        String[] still = Collections.nCopies(11, "-5.0").toArray(String[]::new);
        String[] melting = Collections.nCopies(11, "0.0").toArray(String[]::new);
        try (GatewayRig rig = new GatewayRig()) {
            return rig.replayed(rig.config()
                    // Three hours are full with the seventh reading, of 03:00.
                    .replaying(rig.written("flat", SmetText.of("TA", HALF_HOUR, still)))
                    .replaying(rig.written("melting", SmetText.of("TA", HALF_HOUR, melting)))
                    // By 0.4, 1 and −3 K above the air; half a kelvin is allowed.
                    .replaying(rig.written("dew", SmetText.of("TA TD", HALF_HOUR, "-5 -4.6", "-5 -4", "-5 -8")))
                    // By 0.4 and 1 m/s below the mean; half a metre per second is allowed. 130 m/s cannot be.
                    .replaying(rig.written("wind", SmetText.of("VW VW_MAX", HALF_HOUR, "5 4.6", "5 4", "5 130", "5 8")))
                    // Silent from 00:05 to 01:00: missing at 00:15, 25, 35, 45 and 55.
                    .replaying(rig.written(
                            "silent",
                            SmetText.of(
                                    "TA",
                                    Duration.ofMinutes(5),
                                    "-1",
                                    "-1.2",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "-1.5")))
                    .withSeries("silent/air-temperature", "{stale-after: 10m, window: 1h}")
                    .inWindowsOf("6h")
                    .judging(quality));
        }
    }

    /** Grass stood up to 4 cm high below the sensor until the winter came on 22 October 2014, within hours. */
    @Test
    void grassIsNoSnowAndSnowIsNoGrass() {
        String from = "2014-10-01T00:00:00Z";
        String to = "2014-10-28T00:00:00Z";
        try (GatewayRig rig = new GatewayRig()) {
            Ledger ledger = rig.replayed(rig.config()
                    .replaying(rig.station(Recording.WFJ2).between(from, to))
                    .inWindowsOf("1d")
                    .judging("on"));
            Path file = rig.directory().resolve(Recording.WFJ2.fileName());
            Map<Long, Long> heights = heightsAboveZero(Smet.read(file, Slice.between(from, to)));
            Map<Long, ExpectedSummary> recorded =
                    GatewayRig.expected(file, Slice.between(from, to), Duration.ofDays(1)).stream()
                            .filter(summary -> summary.series().equals(SNOW_HEIGHT))
                            .collect(Collectors.toMap(ExpectedSummary::fromMillis, summary -> summary));

            List<PublishedSummary> days = GatewayRig.of(SNOW_HEIGHT, ledger);
            assertThat(days).hasSize(27);
            // On the first day there is no day before it yet; in the night before the snow the grass froze.
            assertThat(days.subList(1, 20)).allSatisfy(day -> {
                assertThat(day.reasons()).isEqualTo(Map.of("grass", heights.get(day.fromMillis())));
                assertThat(day.statistic("max")).hasValue(0);
                assertThat(day.flag()).isEqualTo(3);
            });
            assertThat(Instant.ofEpochMilli(days.get(21).fromMillis())).isEqualTo(FIRST_SNOW);
            assertThat(days.subList(21, 27)).allSatisfy(day -> {
                assertThat(day.reasons()).isEmpty();
                assertThat(day.flag()).isEqualTo(1);
                ExpectedSummary asRecorded = Objects.requireNonNull(recorded.get(day.fromMillis()));
                assertThat(day.statistic("mean").orElseThrow())
                        .isCloseTo(asRecorded.statistic("mean").orElseThrow(), within(1e-9));
            });
            assertThat(days.getLast().statistic("max")).hasValue(0.35);
        }
    }

    /** By the start of the day. */
    private static Map<Long, Long> heightsAboveZero(Recorded recorded) {
        return recorded.series().stream()
                .filter(series -> SNOW_HEIGHT.endsWith(series.quantity()))
                .flatMap(series -> series.samples().stream())
                .filter(sample ->
                        sample.value().filter(value -> value.signum() > 0).isPresent())
                .collect(Collectors.groupingBy(
                        sample -> sample.timeMillis() - Math.floorMod(sample.timeMillis(), DAY_MILLIS),
                        Collectors.counting()));
    }
}
