package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.clock.ClockStamp;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import dev.firn.uplink.GatewayEvent.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxPayloadTest {

    private static final UUID EPOCH = UUID.fromString("00000000-0000-0001-0000-000000000002");
    private static final ClockStamp CLOCK = new ClockStamp(5, true, 12);

    @Test
    void tellsWhichWindowARecordSumsUp() {
        byte[] summary = "summary/air/air-temperature\n{\"from\":60000,\"to\":120000,\"unit\":\"Cel\"}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(OutboxPayload.summaryKey(summary)).hasValue(new SummaryKey("air/air-temperature", 60_000, 120_000));
        byte[] merged = "summary/air/air-temperature\n{\"from\":0,\"to\":600000,\"merged\":10}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(OutboxPayload.summaryKey(merged)).isEmpty();
        byte[] event = "event\n{\"time\":60000}".getBytes(StandardCharsets.UTF_8);
        assertThat(OutboxPayload.summaryKey(event)).isEmpty();
    }

    @Test
    void writesASummaryAsTheCloudReadsIt() {
        byte[] payload = encode(Quantity.AIR_TEMPERATURE, 4.1, CLOCK);
        assertThat(OutboxPayload.topic(payload)).isEqualTo("summary/air/air-temperature");
        assertThat(new String(OutboxPayload.json(payload, EPOCH, 41), StandardCharsets.UTF_8))
                .isEqualTo("{\"epoch\":\"00000000-0000-0001-0000-000000000002\",\"seq\":41,"
                        + "\"from\":0,\"to\":60000,\"unit\":\"Cel\",\"count\":3,\"good\":2,\"missing\":1,"
                        + "\"mean\":4.1,\"min\":-1,\"max\":2000,\"stddev\":0.5,\"p50\":1,\"p95\":2,\"last\":3,"
                        + "\"flag\":3,\"reasons\":{\"no-value\":1},\"clock\":{\"synced\":true,\"uncertainty-ms\":12}}");
    }

    @Test
    void aDirectionHasNoExtremes() throws IOException {
        JsonNode json = json(encode(Quantity.WIND_DIRECTION, 0, CLOCK));
        assertThat(json.has("min") || json.has("max") || json.has("p50") || json.has("p95") || json.has("sum"))
                .isFalse();
        assertThat(json.get("mean").doubleValue()).isZero();
    }

    @Test
    void anAmountHasASumAndARate() throws IOException {
        JsonNode json = json(encode(Quantity.PEOPLE_COUNT, 1, CLOCK));
        assertThat(json.get("sum").doubleValue()).isEqualTo(7);
        assertThat(json.get("per-hour").doubleValue()).isEqualTo(420);
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        JsonNode json = json(encode(Quantity.AIR_TEMPERATURE, Double.NaN, new ClockStamp(5, false, -1)));
        assertThat(json.get("mean").isNull()).isTrue();
        assertThat(json.get("clock").get("synced").booleanValue()).isFalse();
        assertThat(json.get("clock").get("uncertainty-ms").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "4.100000000000023, 4.1",
        "-0.0, 0",
        "1013.25, 1013.25",
        "0.1, 0.1",
        "33.333333333333336, 33.3333333333",
        "100000, 100000",
        "1e300, 1E+300",
        "1e-7, 0.0000001",
        "123456789012345, 1.23456789012E+14"
    })
    void roundsToTwelveDigits(double value, String text) throws IOException {
        String sent = new String(
                OutboxPayload.json(encode(Quantity.AIR_TEMPERATURE, value, CLOCK), EPOCH, 1), StandardCharsets.UTF_8);
        assertThat(sent).contains("\"mean\":" + text + ",");
        assertThat(new ObjectMapper().readTree(sent).get("mean").isNumber()).isTrue();
    }

    @Test
    void writesAnEventWithItsDetailInOrder() {
        byte[] payload = OutboxPayload.encode(new OutboundMessage.OfEvent(new GatewayEvent(
                7,
                "line-skipped",
                Severity.WARNING,
                "A \"line\".",
                Map.of("line", 17, "file", "a.smet", "first", true))));
        assertThat(OutboxPayload.topic(payload)).isEqualTo("event");
        assertThat(new String(OutboxPayload.json(payload, EPOCH, 1), StandardCharsets.UTF_8))
                .endsWith("\"seq\":1,\"time\":7,\"kind\":\"line-skipped\",\"severity\":\"warning\","
                        + "\"text\":\"A \\\"line\\\".\",\"detail\":{\"file\":\"a.smet\",\"first\":true,\"line\":17}}");
    }

    private static byte[] encode(Quantity quantity, double mean, ClockStamp clock) {
        boolean direction = quantity.kind() == Quantity.Kind.DIRECTION;
        return OutboxPayload.encode(new OutboundMessage.OfSummary(
                new Summary(
                        new SeriesId("air", quantity),
                        0,
                        60_000,
                        3,
                        2,
                        1,
                        2,
                        mean,
                        direction ? Double.NaN : -1,
                        direction ? Double.NaN : 2000,
                        0.5,
                        1,
                        2,
                        3,
                        7,
                        QualityFlag.SUSPECT,
                        Map.of(Reason.NO_VALUE, 1L)),
                clock));
    }

    private static JsonNode json(byte[] payload) throws IOException {
        return new ObjectMapper().readTree(OutboxPayload.json(payload, EPOCH, 1));
    }
}
