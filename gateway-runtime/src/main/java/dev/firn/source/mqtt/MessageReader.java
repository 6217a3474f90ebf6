package dev.firn.source.mqtt;

import dev.firn.source.Delivery.Value;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the messages of a source say, by topic and payload. For one thread. */
final class MessageReader {

    /** Beyond that somebody makes up topics; they are read all the same, only slower. */
    private static final int MOST_TOPICS = 10_000;

    private final SourceSettings settings;
    private final PayloadReader payloads;
    private final Map<String, List<SeriesId>> byTopic = new HashMap<>();

    MessageReader(SourceSettings settings) {
        this.settings = settings;
        payloads = new PayloadReader(
                settings.values().stream().map(SourceValue::place).toList(), settings.time());
    }

    /** The values of a message; {@link #timeMillis} and {@link #problem} say more of it. */
    List<Value> read(String topic, byte[] payload) throws UnreadableException {
        List<SeriesId> series = seriesOf(topic);
        payloads.read(payload);
        if (series.size() == 1) {
            return List.of(value(series, 0));
        }
        List<Value> values = new ArrayList<>(series.size());
        for (int nth = 0; nth < series.size(); nth++) {
            if (!Double.isNaN(payloads.value(nth))) {
                values.add(value(series, nth));
            }
        }
        return values;
    }

    private Value value(List<SeriesId> series, int nth) throws UnreadableException {
        double value = payloads.value(nth) * settings.values().get(nth).factor();
        if (!Double.isFinite(value)) {
            throw new UnreadableException("its value is too large: " + payloads.value(nth));
        }
        return new Value(series.get(nth), value);
    }

    long timeMillis() {
        return payloads.timeMillis();
    }

    Optional<String> problem() {
        return payloads.problem();
    }

    private List<SeriesId> seriesOf(String topic) throws UnreadableException {
        List<SeriesId> known = byTopic.get(topic);
        if (known != null) {
            return known;
        }
        String sensor = settings.topic()
                .sensor(settings.id(), topic)
                .orElseThrow(() -> new UnreadableException("its topic is not of " + settings.topic()));
        List<SeriesId> series = settings.values().stream()
                .map(value -> new SeriesId(sensor, value.quantity()))
                .toList();
        if (byTopic.size() < MOST_TOPICS) {
            byTopic.put(topic, series);
        }
        return series;
    }
}
