package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dew-point | air-temperature=air/air-temperature relative-humidity=air/relative-humidity |",
                "wet-bulb | air-temperature=a/air-temperature relative-humidity=a/relative-humidity | method=stull",
                "snow-making | wet-bulb=climate/wet-bulb-temperature | good=-8",
                "snow-depth | distance=depth/distance | mount-height-m=4.5",
                "snow-depth | distance=depth/distance air-temperature=a/air-temperature | mount-height-m=4.5 assumes=20",
                "snow-surface | surface-temperature=s/snow-surface-temperature snow-temperature=p/snow-temperature-3 |",
                "snow-surface | surface-temperature=s/what-nobody-knows |",
            })
    void acceptsWhatMakesSense(String calculation, @Nullable String inputs, @Nullable String parameters) {
        assertThat(settings("x", calculation, inputs, parameters).outputs())
                .allMatch(series -> series.sensor().equals("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dewpoint | | | calculation: no \"dewpoint\"; want one of dew-point, frost-point, wet-bulb",
                "dew-point | air-temperature=air/air-temperature | | relative-humidity: is missing; want sensor/quantity in %RH",
                "dew-point | temperature=air/air-temperature | | temperature: has no such input",
                "irradiance | illuminance=light | | illuminance: \"light\": want sensor/quantity",
                "irradiance | illuminance=light/ | | illuminance: \"light/\": want sensor/quantity",
                "irradiance | illuminance=/illuminance | | illuminance: \"/illuminance\": want sensor/quantity",
                "irradiance | illuminance=air/air-temperature | | illuminance: \"air/air-temperature\" is in Cel; want a series in lx",
                "snow-making | wet-bulb=p/voltage-3 | | wet-bulb: \"p/voltage-3\" is in V; want a series in Cel",
                "irradiance | illuminance=light/illuminance | factor=3 | factor: is neither an input nor a parameter",
                "irradiance | illuminance=light/illuminance | lux-per-watt=3 | lux-per-watt: \"3\": want a number from 20 to 200",
                "snow-depth | distance=depth/distance | | mount-height-m: is missing and has no default",
                "snow-depth | distance=depth/distance | mount-height-m=4.5 assumes=0 | air-temperature: is missing",
                "snow-depth | distance=d/distance air-temperature=a/air-temperature | mount-height-m=4.5 | air-temperature: is not used",
                "snow-depth | distance=depth/distance | mount-height-m=0.4 | blind zone 0.5 m is not from 0 to below the mount height",
                "wet-bulb | air-temperature=a/air-temperature relative-humidity=a/relative-humidity pressure=a/air-pressure | method=stull | pressure: method stull does not use it",
                "snow-making | wet-bulb=climate/wet-bulb-temperature | good=-1 | snow making is good below -1.0 Cel",
            })
    void refusesWhatDoesNotAndSaysWhy(
            String calculation, @Nullable String inputs, @Nullable String parameters, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("x", calculation, inputs, parameters))
                .withMessageStartingWith("derived x (" + calculation + "): " + message);
    }

    @Test
    void refusesIdAndAgeThatAreNone() {
        Map<String, String> inputs = Map.of("illuminance", "light/illuminance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DerivedSettings("a/b", "irradiance", inputs, 1, Map.of()))
                .withMessageContaining("id: \"a/b\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DerivedSettings("a", "irradiance", inputs, 0, Map.of()))
                .withMessageContaining("max-age: 0 ms");
    }

    /** Inputs and parameters as {@code key=value key=value}. */
    static DerivedSettings settings(
            String id, String calculation, @Nullable String inputs, @Nullable String parameters) {
        return new DerivedSettings(id, calculation, map(inputs), DerivedSettings.USUAL_MAX_AGE_MILLIS, map(parameters));
    }

    private static Map<String, String> map(@Nullable String text) {
        return text == null || text.isBlank()
                ? Map.of()
                : Arrays.stream(text.trim().split(" +"))
                        .map(pair -> pair.split("=", -1))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
