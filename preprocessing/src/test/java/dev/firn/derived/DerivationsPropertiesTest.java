package dev.firn.derived;

import static dev.firn.derived.DerivedSettingsTest.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class DerivationsPropertiesTest {

    private static final String CLIMATE = "air-temperature=a/air-temperature relative-humidity=a/relative-humidity";

    /** One of each kind, some of which need another's results. */
    private static final List<DerivedSettings> ALL = List.of(
            settings("guns", "snow-making", "wet-bulb=c/wet-bulb-temperature", ""),
            settings("c", "wet-bulb", CLIMATE + " pressure=a/air-pressure", ""),
            settings("c", "dew-point", CLIMATE, ""),
            settings("w", "wind", "speed=m/wind-speed direction=m/wind-direction", "period=10s"),
            settings("d", "snow-depth", "distance=d/distance", "mount-height-m=5"),
            settings(
                    "n",
                    "new-snow",
                    "snow-height=d/snow-depth air-temperature=a/air-temperature wind-gust=w/wind-gust",
                    "step=1m"),
            settings(
                    "t",
                    "tilt",
                    "acceleration-x=i/acceleration-x acceleration-y=i/acceleration-y acceleration-z=i/acceleration-z",
                    ""));

    private static final List<SeriesId> INPUTS = List.of(
            Feed.series("a/air-temperature"),
            Feed.series("a/relative-humidity"),
            Feed.series("a/air-pressure"),
            Feed.series("m/wind-speed"),
            Feed.series("m/wind-direction"),
            Feed.series("d/distance"),
            Feed.series("i/acceleration-x"),
            Feed.series("i/acceleration-y"),
            Feed.series("i/acceleration-z"));

    /** Readings of all inputs, mostly in rising time; now and then the clock alone goes on. */
    @Provide
    Arbitrary<List<Reading>> feed() {
        Arbitrary<SeriesId> series = Arbitraries.of(INPUTS);
        Arbitrary<Integer> pauses = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(0, 0, 0, 500)),
                Tuple.of(3, Arbitraries.of(1000, 7000, 65_000)),
                Tuple.of(1, Arbitraries.of(-3000, -60_000)));
        Arbitrary<QualityFlag> flags = Arbitraries.frequency(
                Tuple.of(8, QualityFlag.GOOD),
                Tuple.of(1, QualityFlag.SUSPECT),
                Tuple.of(1, QualityFlag.FAIL),
                Tuple.of(1, QualityFlag.MISSING));
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(2);
        return Combinators.combine(series, pauses, flags, shares)
                .as(Step::new)
                .list()
                .ofMaxSize(120)
                .withoutEdgeCases()
                .map(DerivationsPropertiesTest::readings);
    }

    private record Step(SeriesId series, int pauseMillis, QualityFlag flag, double share) {}

    private static List<Reading> readings(List<Step> steps) {
        List<Reading> readings = new ArrayList<>();
        long timeMillis = 0;
        for (Step step : steps) {
            timeMillis += step.pauseMillis();
            double min = step.series().quantity().min();
            double value = min + step.share() * (step.series().quantity().max() - min);
            readings.add(new Reading(
                    step.series(), timeMillis, step.flag() == QualityFlag.MISSING ? Double.NaN : value, step.flag()));
        }
        return readings;
    }

    @Property
    void goesOnFromASavedStateAsIfThereHadBeenNoBreak(
            @ForAll("feed") List<Reading> feed, @ForAll @IntRange(max = 120) int breakAfter) {
        int place = Math.min(breakAfter, feed.size());
        List<Reading> expected = outputs(new Derivations(ALL), feed);
        Derivations first = new Derivations(ALL);
        List<Reading> outputs = new ArrayList<>(outputs(first, feed.subList(0, place)));
        Derivations second = new Derivations(ALL);
        // What it remembers from elsewhere must go.
        outputs(second, feed);
        StateReader state = new StateReader(saved(first));
        second.restore(state);
        assertThat(state.isAtEnd()).isTrue();
        assertThat(saved(second)).isEqualTo(saved(first));
        assertThat(second.nextDeadlineMillis()).isEqualTo(first.nextDeadlineMillis());
        outputs.addAll(outputs(second, feed.subList(place, feed.size())));
        assertThat(outputs).isEqualTo(expected);
    }

    @Property
    void outputsOfASeriesComeInOrderOfTime(@ForAll("feed") List<Reading> feed) {
        Derivations derivations = new Derivations(ALL);
        List<Reading> outputs = outputs(derivations, feed);
        derivations.advanceTo(1_000_000_000, outputs::add);
        assertThat(derivations.nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
        for (SeriesId series : derivations.series()) {
            assertThat(outputs.stream()
                            .filter(reading -> reading.series().equals(series))
                            .map(Reading::timeMillis)
                            .toList())
                    .isSorted();
        }
    }

    @Property
    void everyReadingOfTheFirstRoleInOrderHasOneResult(@ForAll("feed") List<Reading> feed) {
        Derivations derivations = new Derivations(ALL);
        List<Reading> outputs = outputs(derivations, feed);
        derivations.advanceTo(1_000_000_000, outputs::add);
        List<Long> triggers = new ArrayList<>();
        for (Reading reading : feed) {
            boolean first = reading.series().equals(INPUTS.getFirst());
            if (first && (triggers.isEmpty() || reading.timeMillis() >= triggers.getLast())) {
                triggers.add(reading.timeMillis());
            }
        }
        assertThat(outputs.stream()
                        .filter(reading -> reading.series().quantity().name().equals("dew-point-temperature"))
                        .map(Reading::timeMillis)
                        .toList())
                .isEqualTo(triggers);
    }

    private static List<Reading> outputs(Derivations derivations, List<Reading> feed) {
        List<Reading> outputs = new ArrayList<>();
        for (Reading reading : feed) {
            derivations.advanceTo(reading.timeMillis(), outputs::add);
            derivations.accept(reading, outputs::add);
        }
        return outputs;
    }

    private static byte[] saved(Derivations derivations) {
        StateWriter state = new StateWriter();
        derivations.save(state);
        return state.toBytes();
    }
}
