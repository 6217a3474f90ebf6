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
}
