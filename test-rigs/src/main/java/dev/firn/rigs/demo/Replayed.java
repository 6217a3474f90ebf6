package dev.firn.rigs.demo;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A sensor of the demonstration.
 *
 * @param sensor as the gateway is told of it
 * @param recorded what it will say, read from the file without the gateway
 */
record Replayed(ReplaySensor sensor, Recorded recorded) {

    /** Bytes of topics and payloads if each reading were a message of its own. */
    long bytesOneByOne() {
        return recorded.series().stream().mapToLong(this::bytesOneByOne).sum();
    }

    private long bytesOneByOne(Series series) {
        String topic = "firn/" + GatewayConfig.SITE + "/" + GatewayConfig.NODE + "/reading/" + sensor.id() + "/"
                + series.quantity();
        return series.samples().stream()
                .mapToLong(sample -> utf8Length(topic) + utf8Length(payload(sample)))
                .sum();
    }

    private static String payload(Sample sample) {
        String value = sample.value()
                .map(number -> number.compareTo(BigDecimal.ZERO) == 0
                        ? "0"
                        : number.stripTrailingZeros().toPlainString())
                .orElse("null");
        return "{\"t\":" + sample.timeMillis() + ",\"v\":" + value + "}";
    }

    private static long utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
