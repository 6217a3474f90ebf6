package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Windows of several lengths, that slide, that wait, and that hold more than can be kept. */
class WindowsIT {

    private static final long MINUTE_MILLIS = 60_000;
    private static final long START_MILLIS =
            Instant.parse("2014-10-01T00:00:00Z").toEpochMilli();

    private static final int MANY = 10_000;
    /** What the document promises for 86,400 values; it is less for fewer. */
    private static final double RANK_ERROR = 0.0027;

    private static final String GATE = """
            2014-10-01T00:00:00Z,3
            2014-10-01T00:10:00Z,0
            2014-10-01T00:20:00Z,5
            2014-10-01T00:30:00Z,4
            2014-10-01T00:40:00Z,
            2014-10-01T00:50:00Z,2
            2014-10-01T01:00:00Z,
            """;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static GatewayRig rig;

    @SuppressWarnings("NullAway.Init")
    private static Ledger ledger;

    @BeforeAll
    static void replay() {
        rig = new GatewayRig();
        // 0, 1 … 19 °C every five minutes.
        double[] rising = IntStream.range(0, 20).asDoubleStream().toArray();
        ledger = rig.replayed(rig.config()
                .replaying(rig.written("air", SmetText.of("TA", Duration.ofMinutes(5), rising)))
                .withSeries("air/air-temperature", "{window: [1h, 20m, 30m/10m]}")
                .replaying(csv("gate", GATE, "people-count"))
                .withSeries("gate/people-count", "{window: 30m}")
                .replaying(csv("light", light(), "illuminance"))
                .withSeries("light/illuminance", "{window: 1d}"));
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    private static ReplaySensor csv(String sensor, String text, String quantity) {
        return ReplaySensor.smet(sensor, rig.write(sensor + ".csv", text)).with("quantity", quantity);
    }

    /** One value a second, from 0 to 9999 lx at dawn. */
    private static String light() {
        return IntStream.range(0, MANY)
                .mapToObj(second -> Instant.ofEpochMilli(START_MILLIS).plusSeconds(second) + "," + second)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void windowsOfSeveralLengthsHoldTheSameReadings() {
        List<PublishedSummary> hours = air(60);
        assertThat(hours).extracting(PublishedSummary::fromMillis).containsExactly(at(0), at(60));
        assertThat(hours).extracting(PublishedSummary::count).containsExactly(12L, 8L);
        assertThat(means(hours)).containsExactly(5.5, 15.5);

        List<PublishedSummary> thirds = air(20);
        assertThat(thirds)
                .extracting(PublishedSummary::fromMillis)
                .containsExactly(at(0), at(20), at(40), at(60), at(80));
        assertThat(means(thirds)).containsExactly(1.5, 5.5, 9.5, 13.5, 17.5);
    }

    /** Half an hour every ten minutes: each reading is in three, and the first and last windows are filled in part. */
    @Test
    void slidingWindowsOverlap() {
        List<PublishedSummary> sliding = air(30);
        assertThat(sliding)
                .extracting(PublishedSummary::fromMillis)
                .containsExactly(
                        at(-20), at(-10), at(0), at(10), at(20), at(30), at(40), at(50), at(60), at(70), at(80),
                        at(90));
        assertThat(sliding)
                .extracting(PublishedSummary::count)
                .containsExactly(2L, 4L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 4L, 2L);
        assertThat(means(sliding)).containsExactly(0.5, 1.5, 2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5, 16.5, 17.5, 18.5);
        assertThat(sliding.get(2).statistic("p95").orElseThrow()).isCloseTo(4.75, within(1e-9));
    }

    private static List<PublishedSummary> air(long minutes) {
        return GatewayRig.of("air/air-temperature", ledger).stream()
                .filter(summary -> summary.toMillis() - summary.fromMillis() == minutes * MINUTE_MILLIS)
                .toList();
    }

    private static List<Double> means(List<PublishedSummary> summaries) {
        return summaries.stream()
                .map(summary -> summary.statistic("mean").orElseThrow())
                .map(mean -> Math.rint(mean * 1e9) / 1e9)
                .toList();
    }

    private static long at(long minute) {
        return START_MILLIS + minute * MINUTE_MILLIS;
    }

    @Test
    void peopleAreSummedAndReckonedByTheHour() {
        List<PublishedSummary> halfHours = GatewayRig.of("gate/people-count", ledger);
        assertThat(halfHours)
                .extracting(summary -> summary.statistic("sum"))
                .containsExactly(OptionalDouble.of(8), OptionalDouble.of(6), OptionalDouble.empty());
        assertThat(halfHours)
                .extracting(summary -> summary.statistic("per-hour"))
                .containsExactly(OptionalDouble.of(16), OptionalDouble.of(12), OptionalDouble.empty());
        assertThat(halfHours).extracting(PublishedSummary::missing).containsExactly(0L, 1L, 1L);
        assertThat(halfHours.getLast().flag()).isEqualTo(9);
    }

    @Test
    void percentilesOfMoreValuesThanAreKeptAreWithinTheirBound() {
        List<PublishedSummary> days = GatewayRig.of("light/illuminance", ledger);
        assertThat(days).hasSize(1);
        PublishedSummary day = days.getFirst();
        assertThat(day.count()).isEqualTo(MANY);
        assertThat(day.statistic("min")).hasValue(0);
        assertThat(day.statistic("max")).hasValue(9999);
        assertThat(day.statistic("mean").orElseThrow()).isCloseTo(4999.5, within(1e-6));
        // A value is its rank.
        assertThat(day.statistic("p50").orElseThrow()).isCloseTo(4999.5, within(RANK_ERROR * MANY));
        assertThat(day.statistic("p95").orElseThrow()).isCloseTo(9499.05, within(RANK_ERROR * MANY));
    }

    /**
     * A recording has its rows in order, so what comes late in a replay is what has to wait: the dew point of 00:59:59.6 is
     * known when the humidity comes at 01:00:00.2.
     */
    @Test
    void aWindowWaitsForWhatComesLateIfItIsToldTo() {
        Ledger punctual = dewPoints("0s");
        assertThat(counts(punctual)).containsExactly(1L, 1L);
        assertThat(punctual.events("readings-late"))
                .singleElement()
                .satisfies(late -> assertThat(late.number("count")).isEqualTo(1));
        assertThat(punctual.events("replay-ended").getFirst().number("late-readings"))
                .isEqualTo(1);

        Ledger patient = dewPoints("5s");
        assertThat(counts(patient)).containsExactly(2L, 1L);
        assertThat(patient.events("readings-late")).isEmpty();
    }

    private static List<Long> counts(Ledger dewPoints) {
        return GatewayRig.of("damp/dew-point-temperature", dewPoints).stream()
                .map(PublishedSummary::good)
                .toList();
    }

    private static Ledger dewPoints(String lateness) {
        try (GatewayRig own = new GatewayRig()) {
            GatewayConfig config = own.config()
                    .replaying(own.written("hut", SmetText.of("TA", Duration.ofMillis(400), rows("-2", 0, 8999, 9250))))
                    .replaying(own.written(
                            "mast", SmetText.of("RH", Duration.ofMillis(200), rows("0.8", 1, 18001, 18501))))
                    .deriving("{id: damp, calculation: dew-point, air-temperature: hut/air-temperature, "
                            + "relative-humidity: mast/relative-humidity, max-age: 1s}")
                    .waiting(lateness);
            return own.replayed(config);
        }
    }

    /** This value in the rows of these numbers, and none in the others. */
    private static String[] rows(String value, int... numbers) {
        return IntStream.rangeClosed(0, numbers[numbers.length - 1])
                .mapToObj(row -> IntStream.of(numbers).anyMatch(number -> number == row) ? value : "")
                .toArray(String[]::new);
    }
}
