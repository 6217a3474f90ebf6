package dev.firn.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.firn.config.GatewayConfig;
import dev.firn.sensor.Position;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import dev.firn.window.WindowLength;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the node says of itself on its {@code about} topic. */
final class AboutNode {

    private AboutNode() {}

    /** The JSON: node, position, window, and each sensor with its series, units and plausible ranges. */
    static byte[] json(GatewayConfig config, List<AboutSensor> sensors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("site", config.node().site());
            json.writeStringField("node", config.node().id());
            json.writeStringField("version", Version.text());
            writePosition(json, config.node().position());
            writeWindows(json, config.pipeline().windows());
            json.writeArrayFieldStart("sensors");
            for (AboutSensor sensor : sensors) {
                writeSensor(json, sensor);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("services");
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void writeWindows(JsonGenerator json, List<WindowLength> windows) throws IOException {
        json.writeNumberField("window-ms", windows.getFirst().millis());
        json.writeArrayFieldStart("windows");
        for (WindowLength window : windows) {
            json.writeStartObject();
            json.writeNumberField("length-ms", window.millis());
            json.writeNumberField("every-ms", window.everyMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSensor(JsonGenerator json, AboutSensor sensor) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", sensor.id());
        json.writeStringField("driver", sensor.driver());
        writePosition(json, sensor.position());
        json.writeArrayFieldStart("series");
        for (SeriesId series : sensor.series()) {
            writeSeries(json, series.quantity());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeSeries(JsonGenerator json, Quantity quantity) throws IOException {
        json.writeStartObject();
        json.writeStringField("quantity", quantity.name());
        json.writeStringField("unit", quantity.unit());
        json.writeStringField("kind", quantity.kind().name().toLowerCase(Locale.ROOT));
        if (!quantity.isUnbounded()) {
            json.writeArrayFieldStart("plausible");
            json.writeNumber(quantity.min());
            json.writeNumber(quantity.max());
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writePosition(JsonGenerator json, Optional<Position> position) throws IOException {
        if (position.isPresent()) {
            json.writeObjectFieldStart("position");
            json.writeNumberField("latitude", position.get().latitude());
            json.writeNumberField("longitude", position.get().longitude());
            json.writeNumberField("altitude-m", position.get().altitude());
            json.writeEndObject();
        }
    }
}
