package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that look at another series beside the one they judge. */
class OtherSeriesTest {

    private static final String AIR = "mast/air-temperature";
    private static final String HUMIDITY = "mast/relative-humidity";
    private static final String SURFACE = "mast/snow-surface-temperature";
    private static final String GROUND = "mast/ground-temperature";

    @Test
    void dewPointAboveTheAirsTemperatureIsSuspect() {
        Judged dewPoint = new Judged(
                        Quantity.DEW_POINT_TEMPERATURE, SeriesRules.of(new DewPoint(AIR, 0.5)), Judged.MINUTE)
                .with(AIR, -3);
        assertThat(dewPoint.reasons(-3, -2.6, -2.4))
                .containsExactly(Reason.NONE, Reason.NONE, Reason.DEW_POINT_ABOVE_TEMPERATURE);
    }

    @Test
    void whatTheOtherSaidLongAgoDoesNotCount() {
        Judged dewPoint = new Judged(
                        Quantity.DEW_POINT_TEMPERATURE, SeriesRules.of(new DewPoint(AIR, 0.5)), Judged.HOUR)
                .with(AIR, -3);
        assertThat(dewPoint.reasons(0, 0, 0))
                .containsExactly(Reason.DEW_POINT_ABOVE_TEMPERATURE, Reason.DEW_POINT_ABOVE_TEMPERATURE, Reason.NONE);
    }

    @Test
    void gustBelowTheMeanWindIsSuspect() {
        Judged gust = new Judged(Quantity.WIND_GUST, SeriesRules.of(new Gust("mast/wind-speed", 0.5)), Judged.MINUTE)
                .with("mast/wind-speed", 8);
        assertThat(gust.reasons(12, 7.6, 7)).containsExactly(Reason.NONE, Reason.NONE, Reason.GUST_BELOW_MEAN);
    }

    @Test
    void longCalmInColdDampAirIsAFrozenAnemometer() {
        Judged wind =
                new Judged(Quantity.WIND_SPEED, SeriesRules.of(new Icing(AIR, HUMIDITY, 2 * Judged.HOUR)), Judged.HOUR);
        wind.with(AIR, -4).with(HUMIDITY, 97);
        assertThat(wind.reasons(3, 0)).containsExactly(Reason.NONE, Reason.NONE);
        wind.with(AIR, -4).with(HUMIDITY, 97);
        assertThat(wind.reasons(0)).containsExactly(Reason.NONE);
        wind.with(AIR, -4).with(HUMIDITY, 97);
        assertThat(wind.reasons(0)).containsExactly(Reason.FROZEN_ANEMOMETER);
        wind.with(AIR, 4).with(HUMIDITY, 97);
        assertThat(wind.reasons(0)).containsExactly(Reason.NONE);
        wind.with(AIR, -4).with(HUMIDITY, 60);
        assertThat(wind.reasons(0, 2)).containsExactly(Reason.NONE, Reason.NONE);
    }

    @Test
    void airInStrongSunWithoutWindIsSelfHeated() {
        Sunshine rule = new Sunshine("mast/incoming-shortwave", "mast/wind-speed", 300, 2);
        Judged air = new Judged(Quantity.AIR_TEMPERATURE, SeriesRules.of(rule), Judged.MINUTE);
        air.with("mast/incoming-shortwave", 700).with("mast/wind-speed", 0.5);
        assertThat(air.reasons(3)).containsExactly(Reason.SELF_HEATED);
        air.with("mast/wind-speed", 4);
        assertThat(air.reasons(3)).containsExactly(Reason.NONE);
    }

    @Test
    void snowInTheBlindZoneFails() {
        Judged snow = new Judged(Quantity.SNOW_HEIGHT, SeriesRules.of(new MountHeight(4.5, 0.3)), Judged.MINUTE);
        assertThat(snow.flags(4.2, 4.21)).containsExactly(1, 4);
        assertThat(snow.judge(4.3).reason()).isEqualTo(Reason.BEYOND_MOUNT);
    }

    @Test
    void waterInColdSnowIsSuspect() {
        Judged probe = new Judged(
                Quantity.SNOW_MOISTURE, SeriesRules.of(new Moisture("mast/snow-temperature", 1)), Judged.MINUTE);
        probe.with("mast/snow-temperature", -0.6);
        assertThat(probe.reasons(0.9, 4)).containsExactly(Reason.NONE, Reason.WET_BELOW_FREEZING);
        probe.with("mast/snow-temperature", -0.1);
        assertThat(probe.reasons(4)).containsExactly(Reason.NONE);
    }

    // The conditions of Tilg, Marty and Klein 2015 as the domain page has them; day and night alternate by the hour.
    @ParameterizedTest
    @CsvSource({
        // month, surface by night and by day, height, grass?
        "2026-05-10, -1,   8, 0.20, true", //  mean above 0 °C, greatest above 5 °C
        "2026-05-10, -6,   4, 0.20, false",
        "2026-10-10, -4,  12, 0.20, false", //  warm by day, but cold now
        "2026-03-10, -12, -2, 1.20, false",
        "2026-09-10, 2.5, 4,  0.60, true", //  autumn, never below 2 °C
        "2026-09-10, 0.5, 1.5, 0.30, true", //  autumn, never below 0 °C, thin
        "2026-09-10, 0.5, 1.5, 0.50, false",
        "2026-11-10, -3,  2.5, 0.50, true", //  autumn, above 2 °C by day
        "2026-11-10, -3,  -1, 0.50, false",
        "2026-02-10, -3,  2.5, 0.50, false" //  as above, in winter
    })
    void grassIsToldFromSnow(String day, double night, double noon, double height, boolean grass) {
        Judged snow = new Judged(Quantity.SNOW_HEIGHT, SeriesRules.of(new Grass(SURFACE, GROUND)), Judged.HOUR);
        snow.startingAt(Instant.parse(day + "T00:00:00Z").toEpochMilli());
        for (int hour = 0; hour < 24; hour++) {
            snow.with(SURFACE, hour % 2 == 0 ? night : noon).judge(height);
        }
        Sample sample = snow.with(SURFACE, night).judge(height);
        assertThat(sample.reason()).isEqualTo(grass ? Reason.GRASS : Reason.NONE);
        assertThat(sample.value()).isEqualTo(grass ? 0 : height);
    }

    @ParameterizedTest
    @CsvSource({"7.5, 7.5, true", "6, 6, false", "1, 5, true"})
    void whereTheSurfaceIsNotKnownTheGroundDecides(double night, double noon, boolean grass) {
        Judged snow = new Judged(Quantity.SNOW_HEIGHT, SeriesRules.of(new Grass(SURFACE, GROUND)), Judged.HOUR);
        IntStream.range(0, 24)
                .forEach(hour -> snow.with(GROUND, hour % 2 == 0 ? night : noon).judge(0.1));
        assertThat(snow.with(GROUND, night).judge(0.1).reason()).isEqualTo(grass ? Reason.GRASS : Reason.NONE);
    }

    @Test
    void heightWithNoTemperatureIsLeftAlone() {
        Judged snow = new Judged(Quantity.SNOW_HEIGHT, SeriesRules.of(new Grass(SURFACE, GROUND)), Judged.HOUR);
        assertThat(snow.reasons(0.1, 0.1)).containsOnly(Reason.NONE);
    }
}
