package dev.firn.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PowerLevelTest {

    @Test
    void eachLevelIsBelowTheOneBefore() {
        PowerLevel[] levels = PowerLevel.values();
        assertThat(levels).containsExactly(PowerLevel.FULL, PowerLevel.ECO, PowerLevel.LOW, PowerLevel.SURVIVAL);
        assertThat(PowerLevel.SURVIVAL.isBelow(PowerLevel.LOW)).isTrue();
        assertThat(PowerLevel.FULL.isBelow(PowerLevel.ECO)).isFalse();
        assertThat(PowerLevel.LOW.isBelow(PowerLevel.LOW)).isFalse();
    }
}
