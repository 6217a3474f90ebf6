package dev.firn.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityFlagTest {

    @Test
    void worstFollowsTheOrderOfQartod() {
        List<Integer> weakestFirst = Arrays.stream(QualityFlag.values())
                .sorted((a, b) -> a == b ? 0 : a.worst(b) == a ? 1 : -1)
                .map(QualityFlag::code)
                .toList();
        assertThat(weakestFirst).containsExactly(9, 2, 1, 3, 4);
    }

    @Test
    void failAndMissingAreInNoStatistic() {
        assertThat(Arrays.stream(QualityFlag.values()).filter(QualityFlag::isUsable))
                .containsExactly(QualityFlag.NOT_EVALUATED, QualityFlag.GOOD, QualityFlag.SUSPECT);
    }
}
