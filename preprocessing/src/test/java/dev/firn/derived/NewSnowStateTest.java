package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class NewSnowStateTest {

    private static final long TWO_HOURS = 7_200_000;
    private static final int STEPS_PER_DAY = 12;

    /** Three days of snowing, settling, thaw and gusts, with gaps. */
    @Provide
    Arbitrary<List<SnowStep>> weather() {
        Arbitrary<Long> gaps = Arbitraries.frequency(Tuple.of(9, 1L), Tuple.of(1, 2L), Tuple.of(1, 13L));
        Arbitrary<Double> heights = Arbitraries.integers().between(0, 20).map(centimetres -> centimetres / 100.0);
        Arbitrary<Double> air = Arbitraries.of(-5.0, -5.0, -5.0, 3.0);
        Arbitrary<Double> gusts = Arbitraries.of(0.0, 5.0, 11.0);
        return Combinators.combine(gaps, heights, air, gusts)
                .as(SnowStep::new)
                .list()
                .ofMaxSize(36)
                .withoutEdgeCases()
                .map(NewSnowStateTest::inARow);
    }

    private static List<SnowStep> inARow(List<SnowStep> steps) {
        long[] number = {-20};
        return steps.stream()
                .map(step -> new SnowStep(number[0] += step.number(), step.height(), step.celsius(), step.gust()))
                .toList();
    }

    @Property
    void goesOnFromASavedStateAsIfThereHadBeenNoBreak(
            @ForAll("weather") List<SnowStep> weather, @ForAll @IntRange(max = 36) int breakAfter) {
        NewSnow whole = snow();
        NewSnow parts = snow();
        for (int place = 0; place < weather.size(); place++) {
            if (place == breakAfter) {
                parts = copyOf(parts, weather);
            }
            SnowStep step = weather.get(place);
            whole.add(step);
            parts.add(step);
            assertThat(parts.sum(step.number())).isEqualTo(whole.sum(step.number()));
            assertThat(parts.hasDrifted(step.number())).isEqualTo(whole.hasDrifted(step.number()));
        }
    }

    @Property
    void isNeverMoreThanAllRisesOfADay(@ForAll("weather") List<SnowStep> weather) {
        NewSnow snow = snow();
        for (SnowStep step : weather) {
            snow.add(step);
            assertThat(snow.sum(step.number())).isBetween(0.0, STEPS_PER_DAY * 0.2);
        }
    }

    private static NewSnow copyOf(NewSnow saved, List<SnowStep> otherWeather) {
        StateWriter state = new StateWriter();
        saved.save(state);
        NewSnow restored = snow();
        // What it remembers from elsewhere must go.
        otherWeather.forEach(restored::add);
        restored.restore(new StateReader(state.toBytes()));
        return restored;
    }

    private static NewSnow snow() {
        return new NewSnow(TWO_HOURS, 0.02, 2, 10);
    }
}
