package dev.firn.preprocessor.snow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.preprocessor.snow.grid.DropReason;
import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.push.Push;
import dev.firn.preprocessor.snow.push.PushPlan;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroomingTest {

    private final SnowSettings settings = SyntheticRun.settings();
    private final SlopeSettings slope = settings.slope().orElseThrow();
    private final GridLayout layout = slope.design().layout();
    private final Grooming grooming = new Grooming(slope);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gridConvergesToTheFieldThatWasDrivenOver(long seed) {
        SyntheticRun run = SyntheticRun.drive(settings, seed);
        run.readings().forEach(this::accept);

        double[] field = run.field();
        for (int cell = 0; cell < field.length; cell++) {
            assertThat(grooming.grid().depth(cell, run.endMillis())).isCloseTo(field[cell], within(0.011));
            assertThat(grooming.grid().slope(cell)).isEqualTo(12);
        }
        assertThat(grooming.drops().of(DropReason.OFF_GRID)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void planMakesTheSlopeEvenWhenItIsCarriedOut(long seed) {
        SyntheticRun run = SyntheticRun.drive(settings, seed);
        run.readings().forEach(this::accept);
        grooming.replan(run.endMillis());

        double[] field = run.field();
        double before = unevenness(field);
        PushPlan plan = grooming.plan();
        for (Push push : plan.pushes()) {
            field[push.from()] -= push.volume() / layout.cellArea();
            field[push.to()] += push.volume() / layout.cellArea();
        }

        assertThat(plan.volume()).isCloseTo(Math.min(plan.surplus(), plan.deficit()), within(1e-6));
        assertThat(unevenness(field)).isLessThan(before / 2);
        assertThat(grooming.next()).hasSize(5);
    }

    @Test
    void withoutPositionsNoCellGetsADepth() {
        SyntheticRun.drive(settings, 1).readings().stream()
                .filter(reading -> !reading.series().sensor().equals("gps"))
                .forEach(this::accept);
        grooming.end();

        assertThat(knownCells(SyntheticRun.START)).isZero();
        assertThat(grooming.drops().of(DropReason.NO_POSITION)).isPositive();
        assertThat(grooming.drops().total()).isEqualTo(grooming.drops().of(DropReason.NO_POSITION));
    }

    @Test
    void withFixesTooFarApartNoCellGetsADepth() {
        SyntheticRun.drive(settings, 1).readings().stream()
                .filter(reading -> !reading.series().sensor().equals("gps") || reading.timeMillis() % 5000 == 0)
                .filter(reading -> reading.series().sensor().equals("gps") || reading.timeMillis() % 5000 != 0)
                .forEach(this::accept);
        grooming.end();

        assertThat(knownCells(SyntheticRun.START)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPECT", "FAIL"})
    void depthThatIsNotGoodIsNotUsed(QualityFlag flag) {
        grooming.depth(new Reading(new SeriesId("sonar", Quantity.SNOW_DEPTH), 1000, 0.5, flag), Double.NaN);

        assertThat(grooming.drops().of(DropReason.NOT_USABLE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.06, 15.1})
    void valueThatIsNoDepthIsNotUsed(double depth) {
        grooming.depth(Reading.of(new SeriesId("sonar", Quantity.SNOW_DEPTH), 1000, depth), Double.NaN);

        assertThat(grooming.drops().of(DropReason.NOT_USABLE)).isEqualTo(1);
    }

    @Test
    void positionThatIsNoneIsPassedOver() {
        grooming.position(Reading.of(new SeriesId("gps", Quantity.LATITUDE), 1000, 91));
        grooming.position(Reading.of(new SeriesId("gps", Quantity.LONGITUDE), 1000, 11));

        assertThat(grooming.place()).isEmpty();
    }

    @Test
    void planWaitsForItsIntervalAndForAChange() {
        SyntheticRun run = SyntheticRun.drive(settings, 1);
        run.readings().forEach(this::accept);
        long end = run.endMillis();

        grooming.replan(end);
        assertThat(grooming.plannedAt()).hasValue(end);
        grooming.replan(end + 600_000);
        assertThat(grooming.plannedAt()).hasValue(end);
        run.readings().stream()
                .map(reading -> new Reading(
                        reading.series(),
                        reading.timeMillis() + 600_000,
                        reading.series().sensor().equals("sonar") ? 0.5 : reading.value(),
                        reading.flag()))
                .forEach(this::accept);
        grooming.replan(end + 59_999);
        assertThat(grooming.plannedAt()).hasValue(end);
        grooming.replan(end + 60_000);
        assertThat(grooming.plannedAt()).hasValue(end + 60_000);
        assertThat(grooming.plan().pushes()).isEmpty();
    }

    @Test
    void planWithNothingInItNeedNotBeWaitedFor() {
        SyntheticRun run = SyntheticRun.drive(settings, 1);
        int half = run.readings().size() / 2;
        run.readings().stream().limit(40).forEach(this::accept);
        grooming.replan(SyntheticRun.START + 10_000);
        assertThat(grooming.plan().pushes()).isEmpty();
        run.readings().stream().skip(40).limit(half).forEach(this::accept);
        grooming.replan(SyntheticRun.START + 20_000);

        assertThat(grooming.plan().pushes()).isNotEmpty();
    }

    private void accept(Reading reading) {
        grooming.advanceTo(reading.timeMillis());
        switch (reading.series().sensor()) {
            case "gps" -> grooming.position(reading);
            case "sonar" -> grooming.depth(reading, 12);
            default -> {
                // The tilt is not of the grid.
            }
        }
    }

    private long knownCells(long nowMillis) {
        return IntStream.range(0, layout.cells())
                .filter(cell -> !Double.isNaN(grooming.grid().depth(cell, nowMillis)))
                .count();
    }

    private double unevenness(double[] field) {
        double sum = 0;
        for (int cell = 0; cell < field.length; cell++) {
            double off = field[cell] - slope.design().target(cell);
            sum += off * off;
        }
        return Math.sqrt(sum / field.length);
    }
}
