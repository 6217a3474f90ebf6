package dev.firn.derived;

import static dev.firn.derived.DerivedSettingsTest.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each calculation makes of its inputs, from the configuration to the reading. */
class CalculationResultsTest {

    private static final String CLIMATE = "air-temperature=a/air-temperature relative-humidity=a/relative-humidity";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frost-point | | | frost-point-temperature@0.0 -8.16 2",
                "wet-bulb | | | wet-bulb-temperature@0.0 -2.85 2",
                "wet-bulb | | altitude-m=2500 | wet-bulb-temperature@0.0 -3.44 2",
                "wet-bulb | | method=stull | wet-bulb-temperature@0.0 -3.5 2",
                "wet-bulb | pressure=a/air-pressure | | wet-bulb-temperature@0.0 -3.44 2",
            })
    void humidAir(String calculation, String inputs, String parameters, String expected) {
        String all = inputs == null ? CLIMATE : CLIMATE + " " + inputs;
        Feed feed = new Feed(settings("x", calculation, all, parameters));
        feed.good("a/air-pressure", 0, 74_500)
                .good("a/relative-humidity", 0, 50)
                .good("a/air-temperature", 0, 0);
        assertThat(feed.out()).containsExactly("x/" + expected);
    }

    @Test
    void seaLevelPressure() {
        Feed feed = new Feed(settings(
                "x",
                "sea-level-pressure",
                "pressure=a/air-pressure air-temperature=a/air-temperature",
                "altitude-m=2540"));
        feed.good("a/air-temperature", 0, -5).good("a/air-pressure", 0, 74_300);
        assertThat(feed.readings().getFirst().value()).isBetween(101_700.0, 101_735.0);
    }

    @Test
    void irradiance() {
        Feed feed = new Feed(settings("x", "irradiance", "illuminance=l/illuminance", ""));
        assertThat(feed.good("l/illuminance", 0, 61_000).out()).containsExactly("x/irradiance@0.0 500.0 2");
    }

    @ParameterizedTest
    @CsvSource({"3, -20, 1.61 2", "0.5, 0, 4.0 2", "0.4, 0, 4.1 4 beyond-mount"})
    void snowDepth(double distance, double celsius, String expected) {
        Feed feed = new Feed(settings(
                "x",
                "snow-depth",
                "distance=d/distance air-temperature=a/air-temperature",
                "mount-height-m=4.5 assumes=0"));
        feed.good("a/air-temperature", 0, celsius).good("d/distance", 0, distance);
        assertThat(feed.out()).containsExactly("x/snow-depth@0.0 " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-5, -3, 0, 1.0 2",
        "0, -0.1, 4, 3.0 2",
        "0, -0.6, 4, 3.0 3 wet-below-freezing",
        "0, 0, 20, 5.0 2",
    })
    void snowSurfaceByWater(double surface, double snow, double water, String expected) {
        Feed feed = new Feed(settings(
                "x",
                "snow-surface",
                "surface-temperature=s/snow-surface-temperature snow-temperature=s/snow-temperature"
                        + " liquid-water=s/snow-moisture",
                ""));
        feed.good("s/snow-moisture", 0, water)
                .good("s/snow-temperature", 0, snow)
                .good("s/snow-surface-temperature", 0, surface);
        assertThat(feed.out()).containsExactly("x/snow-wetness@0.0 " + expected);
    }

    @ParameterizedTest
    @CsvSource({"-5, 1.0 2", "0, 0.0 2", "-0.7, NaN 9 no-value"})
    void snowSurfaceByTemperature(double surface, String expected) {
        Feed feed = new Feed(settings("x", "snow-surface", "surface-temperature=s/snow-surface-temperature", ""));
        assertThat(feed.good("s/snow-surface-temperature", 0, surface).out())
                .containsExactly("x/snow-wetness@0.0 " + expected);
    }

    @Test
    void windIsMeanOverAPeriod() {
        Feed feed = wind("period=10m");
        feed.good("m/wind-direction", 600, 90).good("m/wind-speed", 600, 10);
        feed.good("m/wind-direction", 1199, 0).good("m/wind-speed", 1199, 2);
        assertThat(feed.out()).isEmpty();
        assertThat(feed.derivations().nextDeadlineMillis()).isEqualTo(1_200_000);
        assertThat(feed.advanceTo(1200).out())
                .containsExactly(
                        "w/mean-wind-speed@1200.0 6.0 2",
                        "w/mean-wind-direction@1200.0 78.69 2",
                        "w/resultant-wind-speed@1200.0 5.1 2",
                        "w/wind-steadiness@1200.0 0.85 2",
                        "w/wind-east@1200.0 -5.0 2",
                        "w/wind-north@1200.0 -1.0 2",
                        "w/wind-gust@1200.0 10.0 2");
        assertThat(feed.derivations().nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nextSampleEndsThePeriodOfTheWind() {
        Feed feed = wind("");
        feed.good("m/wind-direction", 0, 90).good("m/wind-speed", 0, 3);
        feed.good("m/wind-direction", 600, 180).good("m/wind-speed", 600, 5);
        assertThat(feed.out()).hasSize(7).first().isEqualTo("w/mean-wind-speed@600.0 3.0 2");
        assertThat(feed.advanceTo(1200).out()).hasSize(7).first().isEqualTo("w/mean-wind-speed@1200.0 5.0 2");
    }

    @Test
    void windThatWaitsForItsDirectionBelongsToItsPeriod() {
        Feed feed = wind("");
        feed.good("m/wind-direction", 1, 90).good("m/wind-speed", 1, 3).good("m/wind-speed", 599.9, 5);
        assertThat(feed.advanceTo(600).out()).first().isEqualTo("w/mean-wind-speed@600.0 4.0 2");
    }

    @Test
    void oppositeWindsHaveNoDirection() {
        Feed feed = wind("");
        feed.good("m/wind-direction", 1, 0).good("m/wind-speed", 1, 5);
        feed.good("m/wind-direction", 2, 180).good("m/wind-speed", 2, 5);
        assertThat(feed.advanceTo(600).out())
                .contains("w/mean-wind-direction@600.0 NaN 9 no-value", "w/mean-wind-speed@600.0 5.0 2");
    }

    @Test
    void calmWithoutDirectionIsNoLackOfOne() {
        Feed feed = wind("");
        for (int second = 1; second <= 10; second++) {
            feed.missing("m/wind-direction", second).good("m/wind-speed", second, 0.2);
        }
        assertThat(feed.advanceTo(600).out())
                .contains(
                        "w/mean-wind-speed@600.0 0.2 2",
                        "w/mean-wind-direction@600.0 NaN 9 no-value",
                        "w/resultant-wind-speed@600.0 0.0 2");
    }

    @Test
    void brokenVaneLeavesTheSpeeds() {
        Feed feed = wind("");
        for (int second = 1; second <= 10; second++) {
            feed.missing("m/wind-direction", second).good("m/wind-speed", second, 4);
        }
        assertThat(feed.advanceTo(600).out())
                .contains(
                        "w/mean-wind-speed@600.0 4.0 2",
                        "w/wind-gust@600.0 4.0 2",
                        "w/mean-wind-direction@600.0 NaN 9 input",
                        "w/wind-east@600.0 NaN 9 input");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 0, 4.0 2",
        "6, 2, 0, 4.0 2",
        "5, 3, 0, 4.0 3 spike",
        "7, 3, 0, 4.0 3 spike",
        "7, 0, 3, NaN 9 input",
        "6, 0, 2, 4.0 2",
        "5, 1, 2, 4.0 3 spike",
        "5, 0, 3, NaN 9 input",
        "0, 0, 8, NaN 9 input",
    })
    void threeQuartersOfTheSamplesAreEnough(int good, int suspect, int missing, String expected) {
        Feed feed = wind("");
        int second = 0;
        for (int i = 0; i < good; i++) {
            feed.good("m/wind-direction", ++second, 0).good("m/wind-speed", second, 4);
        }
        for (int i = 0; i < suspect; i++) {
            feed.good("m/wind-direction", ++second, 0)
                    .reading(new Reading(
                            Feed.series("m/wind-speed"), second * 1000L, 4, QualityFlag.SUSPECT, Reason.SPIKE));
        }
        for (int i = 0; i < missing; i++) {
            feed.missing("m/wind-speed", ++second);
        }
        assertThat(feed.advanceTo(600).out()).first().isEqualTo("w/mean-wind-speed@600.0 " + expected);
    }

    @Test
    void newSnowComesAtTheEndOfEachStep() {
        Feed feed = new Feed(settings(
                "x",
                "new-snow",
                "snow-height=s/snow-height air-temperature=a/air-temperature wind-gust=w/wind-gust",
                "step=30m"));
        double[] heights = {0.50, 0.50, 0.56, 0.56, 0.56};
        for (int step = 0; step < heights.length; step++) {
            int seconds = step * 1800;
            feed.good("a/air-temperature", seconds, -5)
                    .good("w/wind-gust", seconds, step < 3 ? 4 : 12)
                    .good("s/snow-height", seconds, heights[step]);
        }
        assertThat(feed.out())
                .containsExactly(
                        "x/new-snow@1800.0 0.0 2",
                        "x/new-snow@3600.0 0.0 2",
                        "x/new-snow@5400.0 0.0 2",
                        "x/new-snow@7200.0 0.06 2");
        assertThat(feed.missing("s/snow-height", 9000).advanceTo(10_800).out())
                .containsExactly("x/new-snow@9000.0 0.06 2", "x/new-snow@10800.0 NaN 9 input");
    }

    @Test
    void newSnowThatDriftedIsSuspect() {
        Feed feed = new Feed(settings(
                "x",
                "new-snow",
                "snow-height=s/snow-height air-temperature=a/air-temperature wind-gust=w/wind-gust",
                "step=1h drift-gust=8"));
        for (int hour = 0; hour < 5; hour++) {
            feed.good("a/air-temperature", hour * 3600, -5)
                    .good("w/wind-gust", hour * 3600, 9)
                    .good("s/snow-height", hour * 3600, hour < 2 ? 0.5 : 0.6);
        }
        assertThat(feed.out()).last().isEqualTo("x/new-snow@14400.0 0.1 3 drifting-snow");
    }

    @Test
    void tiltIsSmoothed() {
        Feed feed = tilt("smoothing=500ms");
        tilt(feed, 0, 0, 0, 1);
        assertThat(feed.out()).containsExactly("t/pitch@0.0 0.0 2", "t/roll@0.0 0.0 2", "t/slope@0.0 0.0 2");
        // Towards 90° of roll with weight 1 − 1/e: atan(0.632 / 0.368) = 59.80°.
        tilt(feed, 0.5, 0, 1, 0);
        assertThat(feed.out()).containsExactly("t/pitch@0.5 0.0 2", "t/roll@0.5 59.8 2", "t/slope@0.5 59.8 2");
    }

    @Test
    void shakenTiltHoldsTheLastAngles() {
        Feed feed = tilt("smoothing=1ms");
        tilt(feed, 0, 0, 0, 1.3);
        assertThat(feed.out())
                .containsExactly("t/pitch@0.0 NaN 9 shaken", "t/roll@0.0 NaN 9 shaken", "t/slope@0.0 NaN 9 shaken");
        tilt(feed, 1, -0.5, 0, 0.8660254);
        tilt(feed, 2, 0, 0, 1.3);
        assertThat(feed.out().subList(3, 6))
                .containsExactly("t/pitch@2.0 30.0 3 shaken", "t/roll@2.0 0.0 3 shaken", "t/slope@2.0 30.0 3 shaken");
    }

    @Test
    void tiltTakesAxesOfOneInstantOnly() {
        Feed feed = tilt("");
        tilt(feed, 0, 0, 0, 1);
        feed.out();
        feed.good("i/acceleration-x", 0.1, 0).good("i/acceleration-y", 0.1, 0);
        assertThat(feed.out()).isEmpty();
        tilt(feed, 0.2, 0, 0, 1);
        assertThat(feed.out()).first().isEqualTo("t/pitch@0.1 NaN 9 input");
    }

    @Test
    void mountingIsTakenOut() {
        Feed feed = tilt("mounting-pitch=30");
        tilt(feed, 0, -0.5, 0, 0.8660254);
        assertThat(feed.out()).first().isEqualTo("t/pitch@0.0 0.0 2");
    }

    @Test
    void recordedTurningIsShakenNowAndThen() {
        Feed feed = tilt("");
        List<Tilt> recording = TiltTest.recording();
        for (int row = 0; row < recording.size(); row++) {
            Tilt felt = recording.get(row);
            tilt(feed, row / 100.0, felt.x() / Tilt.GRAVITY, felt.y() / Tilt.GRAVITY, felt.z() / Tilt.GRAVITY);
        }
        assertThat(feed.readings()).hasSize(3 * 13_514);
        assertThat(feed.readings().stream().filter(reading -> reading.reason() == Reason.SHAKEN))
                .hasSize(3 * 576);
        assertThat(feed.readings().stream()
                        .filter(reading -> reading.flag().isGood())
                        .mapToDouble(Reading::value))
                .allMatch(angle -> angle > -61 && angle < 73);
    }

    private static Feed wind(String parameters) {
        return new Feed(settings("w", "wind", "speed=m/wind-speed direction=m/wind-direction", parameters));
    }

    private static Feed tilt(String parameters) {
        return new Feed(settings(
                "t",
                "tilt",
                "acceleration-x=i/acceleration-x acceleration-y=i/acceleration-y acceleration-z=i/acceleration-z",
                parameters));
    }

    private static void tilt(Feed feed, double seconds, double x, double y, double z) {
        feed.good("i/acceleration-x", seconds, x * Tilt.GRAVITY)
                .good("i/acceleration-y", seconds, y * Tilt.GRAVITY)
                .good("i/acceleration-z", seconds, z * Tilt.GRAVITY);
    }
}
