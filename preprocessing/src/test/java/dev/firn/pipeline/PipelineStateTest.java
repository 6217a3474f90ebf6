package dev.firn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.derived.DerivedSettings;
import dev.firn.filter.FilterSettings;
import dev.firn.quality.DefaultRules;
import dev.firn.quality.Rule;
import dev.firn.quality.SeriesRules;
import dev.firn.quality.SpikeLimits;
import dev.firn.state.StateException;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import dev.firn.window.WindowLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A pipeline that goes on with what another one has saved. */
class PipelineStateTest {

    private static final long MINUTE = 60_000;
    private static final SeriesId AIR = new SeriesId("mast", Quantity.AIR_TEMPERATURE);
    private static final SeriesId WIND = new SeriesId("mast", Quantity.WIND_SPEED);
    private static final SeriesId DIRECTION = new SeriesId("mast", Quantity.WIND_DIRECTION);
    private static final SeriesId SNOW = new SeriesId("mast", Quantity.SNOW_HEIGHT);
    private static final SeriesId GATE = new SeriesId("gate", Quantity.PEOPLE_COUNT);
    private static final SeriesId HUMIDITY = new SeriesId("mast", Quantity.RELATIVE_HUMIDITY);
    private static final List<SeriesId> SERIES = List.of(AIR, HUMIDITY, WIND, DIRECTION, SNOW, GATE);

    private static final PipelineSettings SETTINGS = new PipelineSettings(
            List.of(WindowLength.tumbling(MINUTE), new WindowLength(10 * MINUTE, 2 * MINUTE)),
            5000,
            PipelineSettings.Judging.BY_DEFAULT,
            Map.of(
                    AIR.toString(),
                    new SeriesSettings(
                            Optional.of(rules(AIR, Optional.of(new SpikeLimits(3, 8)))),
                            List.of(new FilterSettings.Hampel(7, 3), new FilterSettings.Exponential(30_000)),
                            List.of()),
                    DIRECTION.toString(),
                    SeriesSettings.filteredBy(new FilterSettings.Exponential(30_000)),
                    SNOW.toString(),
                    SeriesSettings.filteredBy(new FilterSettings.Deadband(0.05, MINUTE))),
            List.of(
                    new DerivedSettings(
                            "climate",
                            "wet-bulb",
                            Map.of("air-temperature", AIR.toString(), "relative-humidity", HUMIDITY.toString()),
                            20_000,
                            Map.of()),
                    new DerivedSettings(
                            "guns",
                            "snow-making",
                            Map.of("wet-bulb", "climate/wet-bulb-temperature"),
                            20_000,
                            Map.of()),
                    new DerivedSettings(
                            "wind",
                            "wind",
                            Map.of("speed", WIND.toString(), "direction", DIRECTION.toString()),
                            20_000,
                            Map.of("period", "1m"))));

    private static SeriesRules rules(SeriesId series, Optional<SpikeLimits> spike) {
        List<Rule> byDefault =
                DefaultRules.of(series.sensor(), series.quantity()).rules();
        return new SeriesRules(Optional.empty(), byDefault, spike, OptionalLong.of(20_000));
    }

    @Property(tries = 60)
    void summariesAreTheSameWhereverTheStreamIsSplit(@ForAll @IntRange(max = 2000) int split, @ForAll long seed) {
        List<Reading> readings = readings(2000, new Random(seed));
        List<Summary> whole = new ArrayList<>();
        Pipeline pipeline = new Pipeline(SETTINGS);
        readings.forEach(reading -> feed(pipeline, reading, whole));
        pipeline.closeAll(whole::add);

        List<Summary> parts = new ArrayList<>();
        Pipeline first = new Pipeline(SETTINGS);
        readings.subList(0, split).forEach(reading -> feed(first, reading, parts));
        Pipeline second = new Pipeline(SETTINGS);
        second.restore(first.save(), parts::add);
        readings.subList(split, readings.size()).forEach(reading -> feed(second, reading, parts));
        second.closeAll(parts::add);
        assertThat(parts).isEqualTo(whole);
        assertThat(whole.stream().map(summary -> summary.series().sensor())).contains("climate", "guns", "wind");
    }

    private static void feed(Pipeline pipeline, Reading reading, List<Summary> closed) {
        pipeline.advanceTo(reading.timeMillis() - 2000, closed::add);
        pipeline.accept(reading, closed::add);
    }

    // Some come out of order, some are missing, some stick out, and there are pauses.
    private static List<Reading> readings(int count, Random random) {
        List<Reading> readings = new ArrayList<>();
        long time = 1_000_000_000_000L;
        for (int made = 0; made < count; made++) {
            time += random.nextInt(50) == 0 ? random.nextInt(90_000) : random.nextInt(1500);
            SeriesId series = SERIES.get(random.nextInt(SERIES.size()));
            long moment = time - (random.nextInt(5) == 0 ? random.nextInt(8000) : 0);
            readings.add(
                    random.nextInt(20) == 0
                            ? Reading.missing(series, moment)
                            : Reading.of(series, moment, value(series, random)));
        }
        return readings;
    }

    private static double value(SeriesId series, Random random) {
        double scatter = random.nextInt(15) == 0 ? random.nextGaussian() * 20 : random.nextGaussian();
        return switch (series.quantity().kind()) {
            case DIRECTION -> random.nextDouble(360);
            case AMOUNT -> random.nextInt(5);
            case LEVEL -> series.equals(AIR) ? scatter - 5 : series.equals(HUMIDITY) ? 70 + scatter : Math.abs(scatter);
        };
    }

    @Test
    void seriesWithOtherSettingsKeepsItsWindowsAndBeginsItsFiltersAnew() {
        List<Summary> closed = new ArrayList<>();
        Pipeline before = new Pipeline(SETTINGS);
        before.accept(Reading.of(WIND, 1000, 4), closed::add);
        PipelineSettings changed = SETTINGS.with(
                Map.of(WIND.toString(), SeriesSettings.filteredBy(new FilterSettings.Exponential(30_000))));
        Pipeline after = new Pipeline(changed);
        after.restore(before.save(), closed::add);
        after.accept(Reading.of(WIND, 2000, 6), closed::add);
        after.closeAll(closed::add);
        assertThat(closed.getFirst().count()).isEqualTo(2);
        assertThat(closed.getFirst().mean()).isEqualTo(5);
    }

    @Property(tries = 200)
    void damagedStateIsTakenUpOrRefusedAsAWhole(@ForAll @IntRange(max = 5000) int place, @ForAll byte value) {
        byte[] saved = someState();
        saved[place % saved.length] = value;
        Pipeline pipeline = new Pipeline(SETTINGS);
        try {
            pipeline.restore(saved, _ -> {});
        } catch (StateException e) {
            assertThat(pipeline.save()).isEqualTo(new Pipeline(SETTINGS).save());
        }
    }

    @Test
    void tornStateIsRefused() {
        byte[] saved = someState();
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new Pipeline(SETTINGS).restore(Arrays.copyOf(saved, saved.length - 1), _ -> {}));
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new Pipeline(SETTINGS).restore(new byte[0], _ -> {}));
    }

    private static byte[] someState() {
        Pipeline pipeline = new Pipeline(SETTINGS);
        readings(300, new Random(7)).forEach(reading -> pipeline.accept(reading, _ -> {}));
        return pipeline.save();
    }
}
