package dev.firn.rigs.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.rigs.RigException;
import dev.firn.rigs.recompute.Kind;
import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

    @ParameterizedTest
    @CsvSource({"0, -4", "450, -2.5", "1000, -0.6666666666666665", "1800, 2", "3600, -1"})
    void valuesLieOnTheLineBetweenWhatIsRecorded(long time, double value) {
        Interpolation line = new Interpolation(series(Kind.LEVEL, "-4", "2", "-1"));
        assertThat(line.at(time)).isCloseTo(value, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"350, 10, 0", "10, 350, 0", "90, 180, 135"})
    void directionsTurnTheShortWay(String from, String to, double half) {
        Interpolation line = new Interpolation(series(Kind.DIRECTION, from, to));
        assertThat(Math.floorMod(Math.round(line.at(900)), 360)).isEqualTo((int) half);
    }

    @Test
    void lineGoesOnWhereThereIsNoValue() {
        Interpolation line = new Interpolation(series(Kind.LEVEL, "0", "", "8"));
        assertThat(line.at(1800)).isEqualTo(4);
    }

    @Test
    void nothingIsMadeUpOutsideOfWhatIsRecorded() {
        Interpolation line = new Interpolation(series(Kind.LEVEL, "0", "1"));
        assertThatThrownBy(() -> line.at(1801)).isInstanceOf(RigException.class).hasMessageContaining("1801");
    }

    /** Values every 1800 ms. */
    private static Series series(Kind kind, String... values) {
        List<Sample> samples = new ArrayList<>();
        for (String value : values) {
            Optional<BigDecimal> number = value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value));
            samples.add(new Sample(samples.size() * 1800L, number));
        }
        return new Series("", "", kind, samples);
    }
}
