package dev.firn.preprocessor.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds whatever the counters say. */
class PeopleInvariantsTest {

    private static final long START = Instant.parse("2024-12-26T06:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final String SETTINGS = """
            {"every": "10m",
             "areas": [{"id": "north", "area-ha": 4, "in": ["gate/people-in"], "out": ["gate/people-out"]}],
             "lifts": [{"id": "lift", "area": "north", "capacity-per-hour": 2400, "queue-area-m2": 50,
                        "running": "lift/lift-running", "carried": "lift/lift-carried", "in": ["gate/people-in"]}]}""";

    @Property(tries = 100)
    void figuresArePossibleAndOnTime(@ForAll @Size(max = 30) List<@From("readings") Reading> readings) {
        Collected said = new Collected(SETTINGS);
        readings.forEach(said::take);
        said.drain();
        assertThat(said.readings)
                .allMatch(reading -> reading.timeMillis() % 600_000 == 0)
                .isSortedAccordingTo((first, second) -> Long.compare(first.timeMillis(), second.timeMillis()))
                .allMatch(reading -> reading.flag() == QualityFlag.MISSING || reading.value() >= 0);
        assertThat(said.readings).hasSize(5 * said.advice.size());
    }

    @Property(tries = 100)
    void liftThatWasLastSaidToStandHasNoWaitingTime(@ForAll @Size(max = 20) List<@From("readings") Reading> readings) {
        Collected said = new Collected(SETTINGS);
        readings.forEach(said::take);
        said.take(Reading.of(new SeriesId("lift", Quantity.LIFT_RUNNING), START + 100 * HOUR, 0));
        said.drain();
        assertThat(said.last("lift/waiting-time").flag()).isEqualTo(QualityFlag.MISSING);
    }

    @Provide
    Arbitrary<Reading> readings() {
        Arbitrary<SeriesId> series = Arbitraries.of(
                new SeriesId("gate", Quantity.PEOPLE_IN),
                new SeriesId("gate", Quantity.PEOPLE_OUT),
                new SeriesId("lift", Quantity.LIFT_RUNNING),
                new SeriesId("lift", Quantity.LIFT_CARRIED),
                new SeriesId("air", Quantity.AIR_TEMPERATURE));
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 300).map(Integer::doubleValue), Arbitraries.doubles());
        return Combinators.combine(
                        series,
                        Arbitraries.longs().between(START, START + 50 * HOUR),
                        values,
                        Arbitraries.of(QualityFlag.class))
                .as((id, time, value, flag) ->
                        flag == QualityFlag.MISSING ? Reading.missing(id, time) : new Reading(id, time, value, flag));
    }
}
