package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.clock.ClockStamp;
import dev.firn.outbox.Condenser.Condensed;
import dev.firn.outbox.Origin;
import dev.firn.outbox.OutboxRecord;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.window.Window;
import dev.firn.window.WindowAccumulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SummaryCondenserTest {

    private static final long MINUTE = 60_000;
    private static final ClockStamp CLOCK = new ClockStamp(0, true, 12);
    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);

    private final SummaryCondenser condenser = new SummaryCondenser();
    private final List<OutboxRecord> records = new ArrayList<>();

    @Test
    void minutesBecomeTensOfMinutesAndThoseHoursWithTheFiguresOfAllValues() throws IOException {
        for (Quantity quantity : List.of(
                Quantity.AIR_TEMPERATURE, Quantity.WIND_DIRECTION, Quantity.PEOPLE_COUNT, Quantity.SNOW_HEIGHT)) {
            records.clear();
            SeriesId series = new SeriesId("a", quantity);
            Random random = new Random(quantity.name().length());
            WindowAccumulator whole = new WindowAccumulator(series, new Window(0, 60 * MINUTE));
            for (int minute = 0; minute < 60; minute++) {
                WindowAccumulator window =
                        new WindowAccumulator(series, new Window(minute * MINUTE, (minute + 1) * MINUTE));
                for (int reading = 0; reading < random.nextInt(1, 9); reading++) {
                    Sample sample = sample(series, minute * MINUTE + reading, random);
                    window.add(sample);
                    whole.add(sample);
                }
                add(window, Origin.TIMELESS);
            }
            Condensed tens = condenser.condense(records);
            assertThat(tens.replaced()).isEqualTo(60);
            assertThat(tens.replacements()).hasSize(6);
            assertThat(tens.fromMillis()).isZero();
            assertThat(tens.toMillis()).isEqualTo(60 * MINUTE);
            Condensed hour = condenser.condense(tens.replacements().stream()
                    .map(ten -> new OutboxRecord(1, ten.origin(), ten.payload(), false))
                    .toList());
            assertThat(hour.replacements()).hasSize(1);
            JsonNode merged = json(hour.replacements().getFirst().payload());
            JsonNode exact = json(OutboxPayload.encode(new OutboundMessage.OfSummary(whole.summary(), CLOCK)));
            assertThat(merged.get("merged").asInt()).isEqualTo(60);
            exact.properties().forEach(field -> {
                if (!field.getKey().startsWith("p5") && !field.getKey().equals("p95")) {
                    assertSame(field, merged.get(field.getKey()));
                }
            });
            Condensed over = condenser.condense(List.of(new OutboxRecord(
                    1, Origin.TIMELESS, hour.replacements().getFirst().payload(), false)));
            assertThat(over.replaced()).isZero();
        }
    }

    @Test
    void datesOfTwoClocksDoNotMeet() {
        add(window(0, 1), Origin.TIMELESS);
        add(window(MINUTE, 2), new Origin(new UUID(1, 2), 5, 1000, false));
        add(window(2 * MINUTE, 3), new Origin(new UUID(1, 2), 6, 1001, false));
        Condensed condensed = condenser.condense(records);
        assertThat(condensed.replacements()).hasSize(2);
        assertThat(condensed.replacements().getLast().origin().monotonicMillis())
                .isEqualTo(6);
    }

    @Test
    void ofWindowsThatOverlapAsManyAreTakenAsDoNot() throws IOException {
        for (int minute = 0; minute < 9; minute++) {
            WindowAccumulator sliding = new WindowAccumulator(AIR, new Window(minute * MINUTE, (minute + 2) * MINUTE));
            sliding.add(new Sample().set(Reading.of(AIR, minute * MINUTE, minute)));
            add(sliding, Origin.TIMELESS);
        }
        Condensed condensed = condenser.condense(records);
        assertThat(condensed.replaced()).isEqualTo(9);
        JsonNode merged = json(condensed.replacements().getFirst().payload());
        assertThat(merged.get("count").asInt()).isEqualTo(5); // 0, 2, 4, 6, 8
        assertThat(merged.get("mean").asDouble()).isEqualTo(4);
    }

    @Test
    void eventsStayAndNothingStandsForForeignMessages() {
        GatewayEvent event = new GatewayEvent(1, "sensor-back", GatewayEvent.Severity.INFO, "", Map.of());
        records.add(
                new OutboxRecord(1, Origin.TIMELESS, OutboxPayload.encode(new OutboundMessage.OfEvent(event)), false));
        records.add(new OutboxRecord(
                2, Origin.TIMELESS, "summary/a/b\n{\"from\":".getBytes(StandardCharsets.UTF_8), false));
        Condensed condensed = condenser.condense(records);
        assertThat(condensed.replaced()).isEqualTo(1);
        assertThat(condensed.replacements())
                .singleElement()
                .satisfies(same ->
                        assertThat(same.payload()).isEqualTo(records.getFirst().payload()));
    }

    private static Sample sample(SeriesId series, long time, Random random) {
        QualityFlag flag = random.nextInt(5) == 0 ? QualityFlag.FAIL : QualityFlag.GOOD;
        if (random.nextInt(6) == 0) {
            return new Sample().set(Reading.missing(series, time));
        }
        double value = series.quantity().kind() == Quantity.Kind.DIRECTION
                ? (340 + random.nextInt(60)) % 360
                : random.nextInt(1, 9);
        return new Sample().set(new Reading(series, time, value, flag));
    }

    private static WindowAccumulator window(long from, double value) {
        WindowAccumulator window = new WindowAccumulator(AIR, new Window(from, from + MINUTE));
        window.add(new Sample().set(Reading.of(AIR, from, value)));
        return window;
    }

    private void add(WindowAccumulator window, Origin origin) {
        byte[] payload = OutboxPayload.encode(new OutboundMessage.OfSummary(window.summary(), CLOCK));
        records.add(new OutboxRecord(records.size() + 1, origin, payload, false));
    }

    private static void assertSame(Map.Entry<String, JsonNode> expected, JsonNode actual) {
        if (expected.getValue().isNumber()) {
            double value = expected.getValue().asDouble();
            assertThat(actual.asDouble())
                    .as(expected.getKey())
                    .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        } else {
            assertThat(actual).as(expected.getKey()).isEqualTo(expected.getValue());
        }
    }

    private static JsonNode json(byte[] payload) throws IOException {
        return new ObjectMapper().readTree(OutboxPayload.json(payload, new UUID(0, 0), 1));
    }
}
