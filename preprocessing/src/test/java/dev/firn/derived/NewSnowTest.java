package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewSnowTest {

    private static final long HALF_HOUR = 1_800_000;
    private static final int STEPS_PER_DAY = 48;
    private static final double COLD = -5;

    @ParameterizedTest(name = "heights {0} cm: {1} cm new")
    @CsvSource({
        // each rise of 2 cm or more counts, one step later
        "50 50 50 54 54 54, 4",
        "50 50 50 54 58 61 61, 11",
        // noise below 2 cm does not
        "50 51 50 51 50 51 50 51, 0",
        // slow snowfall adds up: 2.5 cm in steps of half a centimetre
        "50 50 50.5 51 51.5 52 52.5 52.5, 2",
        // settling is not made up for, what comes after it counts from there
        "50 50 48 46 46 49 49 49, 3",
        // one step that sticks out is nothing, up or down
        "50 50 50 90 50 50 50, 0",
        "50 50 50 10 50 50 50, 0",
        "90 50 50 50 50, 0",
        // two heights are not enough to know
        "50 60, 0",
    })
    void sumsRisesThatArePersistent(String centimetres, double expected) {
        NewSnow snow = snow();
        String[] heights = centimetres.split(" ", -1);
        for (int step = 0; step < heights.length; step++) {
            snow.add(new SnowStep(step, Double.parseDouble(heights[step]) / 100, COLD, 0));
        }
        assertThat(snow.sum(heights.length - 1)).isCloseTo(expected / 100, within(1e-9));
    }

    @Test
    void riseInWarmAirIsNoSnow() {
        NewSnow snow = snow();
        double[] celsius = {COLD, COLD, 2.0, 2.0, 1.9, 1.9, 1.9};
        double[] heights = {0.50, 0.50, 0.60, 0.60, 0.65, 0.65, 0.65};
        for (int step = 0; step < heights.length; step++) {
            snow.add(new SnowStep(step, heights[step], celsius[step], 0));
        }
        assertThat(snow.sum(6)).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void riseIsForgottenAfterADay() {
        NewSnow snow = snow();
        for (int step = 0; step < 100; step++) {
            snow.add(new SnowStep(step, step < 10 ? 0.5 : 0.7, COLD, 0));
            double expected = step > 10 && step < 10 + STEPS_PER_DAY ? 0.2 : 0;
            assertThat(snow.sum(step)).as("step " + step).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void riseInAGustIsMarked() {
        NewSnow snow = snow();
        for (int step = 0; step < 100; step++) {
            snow.add(new SnowStep(step, step < 10 ? 0.5 : 0.7, COLD, step == 10 ? 10.1 : 10));
            assertThat(snow.hasDrifted(step)).as("step " + step).isEqualTo(step > 10 && step < 10 + STEPS_PER_DAY);
        }
    }

    @Test
    void gustWithoutARiseMarksNothing() {
        NewSnow snow = snow();
        for (int step = 0; step < 20; step++) {
            snow.add(new SnowStep(step, step < 15 ? 0.5 : 0.7, COLD, step == 5 ? 30 : 0));
        }
        assertThat(snow.sum(19)).isCloseTo(0.2, within(1e-9));
        assertThat(snow.hasDrifted(19)).isFalse();
    }

    @Test
    void riseOverAShortGapCountsAndOverADayDoesNot() {
        assertThat(afterGap(10)).isCloseTo(0.2, within(1e-9));
        assertThat(afterGap(STEPS_PER_DAY + 1)).isZero();
    }

    private static double afterGap(int gap) {
        NewSnow snow = snow();
        for (int step = 0; step < 3; step++) {
            snow.add(new SnowStep(step, 0.5, COLD, 0));
        }
        for (int step = 0; step < 3; step++) {
            snow.add(new SnowStep(2L + gap + step, 0.7, COLD, 0));
        }
        return snow.sum(4L + gap);
    }

    @Test
    void stepThatIsNotAfterTheLastIsLeftOut() {
        NewSnow snow = snow();
        for (int step : new int[] {0, 1, 2, 3}) {
            snow.add(new SnowStep(step, step < 2 ? 0.5 : 0.6, COLD, 0));
            snow.add(new SnowStep(step - 1, 2.0, COLD, 0));
            snow.add(new SnowStep(step, 2.0, COLD, 0));
        }
        assertThat(snow.sum(3)).isCloseTo(0.1, within(1e-9));
    }

    private static NewSnow snow() {
        return new NewSnow(HALF_HOUR, 0.02, 2, 10);
    }
}
