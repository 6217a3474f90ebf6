package dev.firn.source.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPatternTest {

    @ParameterizedTest
    @CsvSource({
        "zigbee2mqtt/{sensor}, zigbee2mqtt/kitchen, z.kitchen",
        "zigbee2mqtt/{sensor}, zigbee2mqtt/Upper hut/ü, ",
        "zigbee2mqtt/{sensor}, zigbee2mqtt/Upper hut, z.Upper_hut",
        "a/{sensor}/state, a/-1/state, z.-1",
        "a/{sensor}/state, a/1/other, ",
        "a/+/b, a/1/b, z",
        "a/+/b, a/b, ",
        "a/#, a, z",
        "a/#, a/1/2, z",
        "{sensor}/#, s/1/2, z.s",
        "a, a, z",
        "a, b, ",
    })
    void aTopicNamesItsSensor(String pattern, String topic, String sensor) {
        assertThat(TopicPattern.parse(pattern).sensor("z", topic).orElse(null)).isEqualTo(sensor);
    }

    @Test
    void aBrokerSeesWildcards() {
        assertThat(TopicPattern.parse("a/{sensor}/+/#").filter()).isEqualTo("a/+/+/#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/#/b", "a+/b", "a/{name}", "{sensor}/{sensor}", "$SYS/broker", "a/b#"})
    void whatIsNoPatternIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicPattern.parse(text));
    }
}
