package dev.firn.rigs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

    @Test
    void argumentsWinOverVariables() {
        Map<String, String> environment = Map.of("STATION", "a.smet", "SPEED", "10", "FIRN_HOME", "home", "QUIET", "1");
        DemoOptions options = DemoOptions.parse(List.of("--speed", "max"), environment);
        assertThat(options.station()).hasValue(Path.of("a.smet"));
        assertThat(options.speed()).hasValue("max");
        assertThat(options.firnHome()).isEqualTo(Path.of("home"));
        assertThat(options.quiet()).isTrue();
    }

    @Test
    void emptyVariablesSayNothing() {
        DemoOptions options = DemoOptions.parse(List.of(), Map.of("STATION", "", "QUIET", ""));
        assertThat(options.station()).isEmpty();
        assertThat(options.quiet()).isFalse();
        assertThat(options.firnHome()).isEqualTo(Path.of("target/firn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "1.5", "", "9999999999"})
    void speedIsAWholeNumberOrMax(String speed) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--speed", speed), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + speed + "\"");
    }

    @Test
    void unknownArgumentsAreNamed() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--loud", "x"), Map.of()))
                .hasMessageContaining("--loud");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--station"), Map.of()))
                .hasMessageContaining("--station");
    }

    @Test
    void allPartsAreShownUnlessSomeAreNamed() {
        assertThat(DemoOptions.parse(List.of(), Map.of()).parts()).containsExactly(DemoPart.values());
        assertThat(DemoOptions.parse(List.of("--only", "night,day"), Map.of()).parts())
                .containsExactly(DemoPart.DAY, DemoPart.NIGHT);
        assertThat(DemoOptions.parse(List.of(), Map.of("ONLY", "traffic")).parts())
                .containsExactly(DemoPart.TRAFFIC);
    }

    @Test
    void anotherStationIsOnlyReplayed() {
        assertThat(DemoOptions.parse(List.of("--station", "a.smet"), Map.of()).parts())
                .containsExactly(DemoPart.REPLAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evening", "day,", ",", "Day", "day night"})
    void partsAreOneOfFour(String list) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--only", list), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + list + "\"")
                .hasMessageContaining("replay, traffic, day, night");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "25", "-1", "1.5", "all", ""})
    void trafficHoursAreThoseOfADay(String hours) {
        assertThat(DemoOptions.parse(List.of(), Map.of()).trafficHours()).isEqualTo(24);
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--traffic-hours", hours), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + hours + "\"");
    }
}
