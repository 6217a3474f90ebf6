package dev.firn.rigs.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.demo.traffic.Probe.Header;
import dev.firn.rigs.demo.traffic.Probe.Range;
import dev.firn.rigs.recordings.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {

    @ParameterizedTest
    @CsvSource({
        "ANY, 0.02, 2, -13.1, 1, -13.08",
        "ANY, 0.02, 2, -13.1, 0.2, -13.10",
        "NOT_NEGATIVE, 0.3, 1, 0.2, -2, 0.0",
        "PERCENT, 0.1, 2, 100, 1, 100.00",
        "PERCENT, 0.1, 2, 100, -1, 99.90",
        "CIRCLE, 5, 0, 358, 1, 3",
        "CIRCLE, 5, 0, 2, -1, 357",
        "CIRCLE, 5, 0, 359.6, 0, 0",
    })
    void readsWithNoiseInItsStepsAndWithinItsRange(
            Range range, double noise, int decimals, double value, double deviation, String reading) {
        Probe probe = new Probe("id", Recording.WFJ2, "TA", "air-temperature", Header.SAME, noise, decimals, range);
        assertThat(probe.reading(value, deviation)).hasToString(reading);
    }
}
