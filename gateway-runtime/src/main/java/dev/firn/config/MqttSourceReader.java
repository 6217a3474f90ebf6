package dev.firn.config;

import dev.firn.mqtt.Credentials;
import dev.firn.source.mqtt.Pointer;
import dev.firn.source.mqtt.SourceSettings;
import dev.firn.source.mqtt.SourceValue;
import dev.firn.source.mqtt.TopicPattern;
import dev.firn.telemetry.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The entries of {@code sensors} with the driver {@code mqtt}. */
final class MqttSourceReader {

    static final String DRIVER = "mqtt";

    private static final String URL = "tcp://127.0.0.1:1883";
    private static final String TOPIC = "zigbee2mqtt/{sensor}";
    private static final String SERIES = "[{quantity: air-temperature, value: /temperature}]";
    private static final Pattern QUANTITY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Function<String, Path> resolve;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Section section, SourceSettings source) {}

    /** A reader of files whose relative names this makes absolute. */
    MqttSourceReader(Function<String, Path> resolve) {
        this.resolve = resolve;
    }

    List<SourceSettings> sources() {
        return entries.stream().map(Entry::source).toList();
    }

    /** Recordings have a time of their own, which sensors cannot have. */
    void rejectBeside(String replayed) {
        entries.forEach(entry -> entry.section()
                .reject(
                        "driver",
                        DRIVER,
                        "a source cannot stand beside a recording (" + replayed + "), whose time is another",
                        "replay in a gateway of its own"));
    }

    /** One entry; whatever is wrong with it is a problem of its section. */
    void read(Section section, Optional<String> id) {
        Optional<String> url = section.required("url", MqttSourceReader::url, URL);
        Optional<TopicPattern> topic = section.required("topic", MqttSourceReader::topic, TOPIC);
        List<SourceValue> values = new ArrayList<>();
        List<Section> listed = section.requiredList("series", SERIES);
        listed.forEach(entry -> readValue(entry, values));
        Optional<Pointer> time = section.optional("time", MqttSourceReader::pointer);
        Optional<String> clientId = section.optional("client-id", Values::text);
        Credentials credentials = CredentialsReader.read(section, resolve);
        if (id.isPresent()
                && url.isPresent()
                && topic.isPresent()
                && !values.isEmpty()
                && values.size() == listed.size()) {
            SourceSettings source =
                    new SourceSettings(id.get(), url.get(), clientId, credentials, topic.get(), values, time);
            rejectSecond(section, source);
            entries.add(new Entry(section, source));
        }
    }

    // Two clients of one name throw each other out, again and again.
    private void rejectSecond(Section section, SourceSettings source) {
        boolean taken = source.clientId().isPresent()
                && entries.stream()
                        .anyMatch(other -> other.source().clientId().equals(source.clientId())
                                && other.source().url().equals(source.url()));
        if (taken) {
            section.reject(
                    "client-id",
                    source.clientId().orElseThrow(),
                    "is another source's at this broker",
                    "give each its own, or leave it out");
        }
    }

    private static void readValue(Section section, List<SourceValue> values) {
        Optional<String> name = section.required("quantity", MqttSourceReader::quantity, "air-temperature");
        Optional<Pointer> place = section.optional("value", MqttSourceReader::pointer);
        double factor = section.optional("factor", MqttSourceReader::factor, 1.0);
        Optional<String> unit = section.optional("unit", Values::text);
        section.rejectUnknownKeys();
        if (name.isEmpty() || (section.keys().contains("value") && place.isEmpty())) {
            return;
        }
        Optional<Quantity> known = Quantity.named(name.get());
        if (known.isPresent()
                && unit.isPresent()
                && !unit.get().equals(known.get().unit())) {
            section.reject(
                    "unit",
                    unit.get(),
                    "is not that of " + name.get() + ", which is " + known.get().unit(),
                    "remove it, and give the factor that makes one of the other");
        }
        if (known.isEmpty() && !section.keys().contains("unit")) {
            section.reject(
                    "quantity",
                    name.get(),
                    "is no quantity that Firn knows",
                    Nearest.of(name.get(), Quantity.names())
                            .map(word -> "did you mean " + word + "? If not, add its unit")
                            .orElse("add its unit, such as unit: Cel"));
        }
        if (values.stream().anyMatch(other -> other.quantity().name().equals(name.get()))) {
            section.reject("quantity", name.get(), "stands twice", "give each series a quantity of its own");
        }
        Quantity quantity = known.orElseGet(() -> Quantity.unknown(name.get(), unit.orElse("")));
        values.add(new SourceValue(quantity, place.orElse(new Pointer(List.of())), factor));
    }

    private static String url(String text) throws BadValueException {
        String url = BrokerUrl.parse(text);
        if (url.startsWith("ssl:")) {
            throw new BadValueException(
                    "is over TLS, which a source cannot do", "use the broker on this node, such as " + URL);
        }
        return url;
    }

    private static TopicPattern topic(String text) throws BadValueException {
        try {
            return TopicPattern.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadValueException(String.valueOf(e.getMessage()), "write one such as " + TOPIC);
        }
    }

    private static Pointer pointer(String text) throws BadValueException {
        try {
            return Pointer.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadValueException(
                    String.valueOf(e.getMessage()), "write where the value stands, such as /temperature");
        }
    }

    private static String quantity(String text) throws BadValueException {
        if (!QUANTITY.matcher(text).matches()) {
            throw new BadValueException(
                    "is no name of a quantity", "write lower case words with hyphens, such as air-temperature");
        }
        return text;
    }

    private static double factor(String text) throws BadValueException {
        double factor = Values.number(text);
        if (factor == 0) {
            throw new BadValueException("makes every value 0", "give another number");
        }
        return factor;
    }
}
