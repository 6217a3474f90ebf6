package dev.firn.source.mqtt;

import dev.firn.mqtt.Credentials;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import java.util.Optional;

/**
 * Sensors that publish to a broker.
 *
 * @param id the source's id
 * @param url {@code tcp://host:port}
 * @param clientId under which the broker keeps what comes while nobody listens; empty for one that is made of the node's and
 *     the source's names
 * @param credentials how to be let in
 * @param topic where the sensors publish
 * @param values what a message says; at least one
 * @param time where it says when it was measured; empty where it counts when it comes
 */
public record SourceSettings(
        String id,
        String url,
        Optional<String> clientId,
        Credentials credentials,
        TopicPattern topic,
        List<SourceValue> values,
        Optional<Pointer> time) {

    /** Copies the list. */
    public SourceSettings {
        values = List.copyOf(values);
    }

    /** Its series; where a level of the topic names the sensor, as if that were the source itself. */
    public List<SeriesId> series() {
        return values.stream().map(value -> new SeriesId(id, value.quantity())).toList();
    }

    /** The names of its series for people; where a level of the topic names the sensor, with NAME in its place. */
    public List<String> seriesNames() {
        String sensor = topic.namesSensor() ? id + ".NAME" : id;
        return values.stream()
                .map(value -> sensor + "/" + value.quantity().name())
                .toList();
    }

    /** Whether {@code sensor/quantity} may be one of its series. */
    public boolean mayMeasure(String series) {
        int slash = series.indexOf('/');
        String quantity = series.substring(slash + 1);
        return isOf(series.substring(0, Math.max(slash, 0)))
                && values.stream().anyMatch(value -> value.quantity().name().equals(quantity));
    }

    /** Whether a sensor of this id may be one of its sensors. */
    public boolean isOf(String sensor) {
        return topic.namesSensor()
                ? sensor.startsWith(id + ".") && sensor.length() > id.length() + 1
                : sensor.equals(id);
    }
}
