package dev.firn.preprocessor.snow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.preprocessor.Advice;
import dev.firn.preprocessor.Advice.Severity;
import dev.firn.preprocessor.Preprocessor;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowPreprocessorTest {

    private static final long START = SyntheticRun.START;
    private static final String PLACES = """
            {"places": [
              {"id": "valley", "depth": "mast/snow-height", "target": 0.6, "max-age": "10m",
               "surface-temperature": "mast/snow-surface-temperature", "snow-temperature": "probe/snow-temperature",
               "liquid-water": "probe/snow-moisture", "new-snow": "mast/new-snow", "wet-bulb": "air/wet-bulb-temperature"}]}
            """;
    private static final String TILT = """
            {"groomer": {"id": "groomer-1", "tilt": "imu"},
             "tilt": {"roll": {"caution": 12, "limit": 18}, "hysteresis": 2, "hold": "2s", "max-age": "10s"}}
            """;

    private final List<Reading> derived = new ArrayList<>();
    private final List<Advice> advice = new ArrayList<>();
    private final Preprocessor.Output output = new Preprocessor.Output() {
        @Override
        public void derived(Reading reading) {
            derived.add(reading);
        }

        @Override
        public void advice(Advice said) {
            advice.add(said);
        }
    };

    @ParameterizedTest
    @CsvSource({"0.6, ok, INFO", "0.45, thin, WARNING", "0.75, deep, WARNING"})
    void judgesAPlace(double depth, String verdict, Severity severity) {
        Preprocessor snow = start(PLACES);
        accept(snow, "mast", Quantity.SNOW_HEIGHT, 0, depth);
        snow.drain(output);

        assertThat(advice.getLast().severity()).isEqualTo(severity);
        assertThat(json(advice.getLast())).contains("\"id\":\"valley\",\"verdict\":\"" + verdict + "\"");
        assertThat(derived).containsExactly(Reading.of(new SeriesId("valley", Quantity.SNOW_DEPTH), START, depth));
    }

    @Test
    void saysInPlainWordsWhatIsWrong() {
        Preprocessor snow = start(PLACES);
        accept(snow, "mast", Quantity.SNOW_HEIGHT, 0, 0.45);

        assertThat(advice)
                .extracting(Advice::text)
                .containsExactly("The snow is too thin at valley: 45 cm, the target is 60 cm.");
    }

    @Test
    void tellsWetnessNewSnowAndSnowMaking() {
        Preprocessor snow = start(PLACES);
        accept(snow, "mast", Quantity.SNOW_HEIGHT, 0, 0.6);
        accept(snow, "mast", Quantity.SNOW_SURFACE_TEMPERATURE, 1000, -3);
        accept(snow, "probe", Quantity.SNOW_TEMPERATURE, 2000, -1);
        accept(snow, "mast", Quantity.NEW_SNOW, 3000, 0.12);
        accept(snow, "air", Quantity.WET_BULB_TEMPERATURE, 4000, -7);
        snow.drain(output);

        assertThat(json(advice.getLast()))
                .contains("\"surface\":\"dry\"", "\"new-snow\":0.12", "\"snow-making\":\"good\"", "\"age\":4");
        assertThat(derived)
                .contains(
                        Reading.of(new SeriesId("valley", Quantity.SNOW_WETNESS), START + 2000, 1),
                        Reading.of(new SeriesId("valley", Quantity.NEW_SNOW), START + 3000, 0.12),
                        Reading.of(new SeriesId("valley", Quantity.SNOW_MAKING), START + 4000, 2));
    }

    @Test
    void suspectReadingDecidesNothing() {
        Preprocessor snow = start(PLACES);
        snow.accept(new Reading(new SeriesId("mast", Quantity.SNOW_HEIGHT), START, 0.6, QualityFlag.SUSPECT), output);
        snow.drain(output);

        assertThat(json(advice.getLast())).contains("\"verdict\":\"no-data\"");
        assertThat(derived).isEmpty();
    }

    @Test
    void placeWhoseSensorIsSilentHasNoDataAndThatIsToldAtOnce() {
        Preprocessor snow = start(PLACES);
        accept(snow, "mast", Quantity.SNOW_HEIGHT, 0, 0.6);
        snow.advanceTo(START + 600_000, output);
        assertThat(json(advice.getLast())).contains("\"verdict\":\"ok\"");
        snow.advanceTo(START + 600_001, output);

        assertThat(json(advice.getLast())).contains("\"verdict\":\"no-data\"");
        assertThat(advice.getLast().timeMillis()).isEqualTo(START + 600_001);
    }

    @Test
    void adviceComesAtMultiplesOfTheIntervalWhileReadingsCome() {
        Preprocessor snow = start(PLACES);
        for (int second = 0; second <= 25; second += 5) {
            accept(snow, "mast", Quantity.SNOW_HEIGHT, 1000L * second, 0.6);
        }
        snow.advanceTo(START + 300_000, output);

        // The first because the place has a depth now; the last because readings came since the one before.
        assertThat(advice)
                .extracting(said -> said.timeMillis() - START)
                .containsExactly(0L, 10_000L, 20_000L, 300_000L);
    }

    @Test
    void readingsOfOthersAreNoNews() {
        Preprocessor snow = start(PLACES);
        accept(snow, "gate", Quantity.PEOPLE_COUNT, 0, 3);
        accept(snow, "gate", Quantity.PEOPLE_COUNT, 60_000, 3);
        snow.drain(output);

        assertThat(advice).isEmpty();
    }

    @Test
    void groomerThatLeansTooFarIsToldAtOnceAndFirst() {
        Preprocessor snow = start(TILT);
        accept(snow, "imu", Quantity.ROLL, 0, -19);
        accept(snow, "imu", Quantity.ROLL, 1000, -19);
        assertThat(advice).isEmpty();
        accept(snow, "imu", Quantity.ROLL, 2000, -19);

        assertThat(advice.getLast().severity()).isEqualTo(Severity.ALARM);
        assertThat(advice.getLast().timeMillis()).isEqualTo(START + 2000);
        assertThat(advice.getLast().text())
                .isEqualTo("Stop: the side slope of 19 degrees is beyond the limit of 18 degrees.");
        accept(snow, "imu", Quantity.ROLL, 3000, 13);
        accept(snow, "imu", Quantity.ROLL, 5000, 13);
        assertThat(advice.getLast().severity()).isEqualTo(Severity.WARNING);
        assertThat(json(advice.getLast())).contains("\"kind\":\"roll-caution\"");
        accept(snow, "imu", Quantity.ROLL, 6000, 9);
        accept(snow, "imu", Quantity.ROLL, 8000, 9);
        assertThat(advice.getLast().severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void shakenReadingsSayNothing() {
        Preprocessor snow = start(TILT);
        accept(snow, "imu", Quantity.ROLL, 0, 3);
        for (int number = 1; number <= 5; number++) {
            snow.accept(
                    new Reading(
                            new SeriesId("imu", Quantity.ROLL),
                            START + 1000L * number,
                            40,
                            QualityFlag.SUSPECT,
                            Reason.SHAKEN),
                    output);
        }
        snow.drain(output);

        assertThat(advice.getLast().severity()).isEqualTo(Severity.INFO);
        assertThat(json(advice.getLast())).contains("\"roll\":3,\"ignored\":5");
    }

    @Test
    void tiltThatNobodyKnowsIsAWarning() {
        Preprocessor snow = start(TILT);
        accept(snow, "imu", Quantity.PITCH, 0, 3);
        snow.advanceTo(START + 10_001, output);

        assertThat(json(advice.getLast())).contains("\"kind\":\"tilt-unknown\"");
    }

    @Test
    void cabIsToldWhereToPush() {
        SnowSettings settings = SyntheticRun.settings();
        Preprocessor snow = new SnowManagement().start(settings);
        SyntheticRun.drive(settings, 1).readings().forEach(reading -> snow.accept(reading, output));
        snow.drain(output);

        assertThat(advice.getLast().about()).isEqualTo("run-7");
        assertThat(advice.getLast().text())
                .matches(
                        "(Here|Drive \\d+ m towards \\d+ degrees, then) push [\\d.]+ m³ over \\d+ m towards \\d+ degrees,"
                                + " cutting \\d+ cm\\.");
        assertThat(json(advice.getLast())).contains("\"cells\":128,\"known\":128", "\"moves\":[{\"from\":{\"row\":");
        assertThat(derived).anyMatch(reading -> reading.series().toString().equals("groomer-1/snow-depth"));
    }

    private static Preprocessor start(String json) {
        return new SnowManagement().start(SyntheticRun.settings(json));
    }

    private void accept(Preprocessor snow, String sensor, Quantity quantity, long afterMillis, double value) {
        snow.accept(Reading.of(new SeriesId(sensor, quantity), START + afterMillis, value), output);
    }

    private static String json(Advice advice) {
        return advice.toJson().toString();
    }
}
