package dev.firn.senml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void membersKeepTheirOrder() {
        JsonObject lift = JsonObject.EMPTY.with("id", "lift-2").with("stands", true);
        assertThat(JsonObject.EMPTY
                        .with("people", 12)
                        .with("share", 0.1 + 0.2)
                        .with("nothing", Double.NaN)
                        .with("text", "\"a\"\n\\ä")
                        .with("one", lift)
                        .with("lifts", List.of(lift, JsonObject.EMPTY)))
                .hasToString(
                        "{\"people\":12,\"share\":0.3,\"nothing\":null,\"text\":\"\\\"a\\\"\\n\\\\ä\","
                                + "\"one\":{\"id\":\"lift-2\",\"stands\":true},\"lifts\":[{\"id\":\"lift-2\",\"stands\":true},{}]}");
    }

    @Test
    void growingLeavesTheSmallerAsItWas() {
        JsonObject small = JsonObject.EMPTY.with("a", 1);
        JsonObject large = small.withAll(JsonObject.EMPTY.with("b", 2)).withAll(JsonObject.EMPTY);
        assertThat(small).hasToString("{\"a\":1}").isEqualTo(JsonObject.EMPTY.withAll(small));
        assertThat(large).hasToString("{\"a\":1,\"b\":2}").isNotEqualTo(small);
    }
}
