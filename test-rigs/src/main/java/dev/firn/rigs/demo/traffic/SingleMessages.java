package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.gateway.GatewayConfig;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What it would cost to send every reading of a series as a message of its own: topic and {@code {"t":…,"v":…}}, the
 * shortest JSON that still says when and what. Immutable.
 */
public final class SingleMessages {

    private final long topicBytes;

    /** Those of a series of the demonstration's node. */
    public SingleMessages(String sensor, String quantity) {
        String topic = "firn/" + GatewayConfig.SITE + "/" + GatewayConfig.NODE + "/reading/" + sensor + "/" + quantity;
        topicBytes = topic.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Bytes of topic and payload of one reading; without a value its payload says {@code null}. */
    public long bytes(long timeMillis, Optional<BigDecimal> value) {
        // The payload is ASCII: as many bytes as characters.
        return topicBytes + payload(timeMillis, value).length();
    }

    private static String payload(long timeMillis, Optional<BigDecimal> value) {
        return "{\"t\":" + timeMillis + ",\"v\":"
                + value.map(SingleMessages::number).orElse("null") + "}";
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
