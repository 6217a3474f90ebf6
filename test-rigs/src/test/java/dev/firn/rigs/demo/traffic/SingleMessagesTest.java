package dev.firn.rigs.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleMessagesTest {

    @ParameterizedTest
    @CsvSource({"-13.10, -13.1", "0.00, 0", "100, 100", ", null"})
    void countsTopicAndShortestPayload(@Nullable BigDecimal value, String written) {
        long bytes = new SingleMessages("air", "air-temperature").bytes(1_419_548_400_000L, Optional.ofNullable(value));
        String topic = "firn/weissfluhjoch/station-1/reading/air/air-temperature";
        assertThat(bytes).isEqualTo(topic.length() + ("{\"t\":1419548400000,\"v\":" + written + "}").length());
    }
}
