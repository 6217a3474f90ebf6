package dev.firn.config;

import dev.firn.mqtt.Credentials;
import dev.firn.uplink.mqtt.MqttSettings;
import dev.firn.uplink.mqtt.Pem;
import dev.firn.uplink.mqtt.PemException;
import dev.firn.uplink.mqtt.TlsFiles;
import dev.firn.uplink.mqtt.TlsFiles.ClientFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The section {@code uplink}. */
final class UplinkReader {

    private static final String EXAMPLE = "tcp://broker.example:1883";
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final long LEAST_RATE = 100;

    private final Function<String, Path> resolve;

    /** A reader of files whose relative names this makes absolute. */
    UplinkReader(Function<String, Path> resolve) {
        this.resolve = resolve;
    }

    Optional<UplinkConfig> read(Section section, Optional<NodeConfig> node) {
        Optional<MqttSettings> broker =
                section.requiredSection("mqtt", "{url: " + EXAMPLE + "}").flatMap(mqtt -> broker(mqtt, node));
        section.optional("format", UplinkReader::format);
        long rate = section.optional("max-rate", Values.bytesFrom(LEAST_RATE), 0L);
        section.rejectUnknownKeys();
        return broker.map(known -> new UplinkConfig(known, rate));
    }

    private static String format(String text) throws BadValueException {
        return switch (text) {
            case "json" -> text;
            case "sparkplug" -> throw new BadValueException("is not in this version of Firn", "write json");
            default -> throw new BadValueException("is no format", "write json");
        };
    }

    private Optional<MqttSettings> broker(Section section, Optional<NodeConfig> node) {
        Optional<List<String>> urls = urls(section);
        Credentials credentials = CredentialsReader.read(section, resolve);
        TlsFiles tls = tls(section, urls.orElse(List.of()));
        Duration keepAlive = section.optional(
                "keep-alive", Values.durationBetween(Duration.ofSeconds(1), Duration.ofHours(1)), KEEP_ALIVE);
        section.rejectUnknownKeys();
        return urls.flatMap(u ->
                node.map(n -> new MqttSettings(u, "firn-" + n.site() + "-" + n.id(), credentials, tls, keepAlive)));
    }

    private static Optional<List<String>> urls(Section section) {
        if (!section.keys().contains("url")) {
            return section.required("url", BrokerUrl::parse, EXAMPLE).map(List::of);
        }
        return section.listed("url", text -> {
            List<String> urls = new ArrayList<>();
            for (String url : text.split(",", -1)) {
                urls.add(BrokerUrl.parse(url.strip()));
            }
            return urls;
        });
    }

    private TlsFiles tls(Section section, List<String> urls) {
        Optional<Path> authority = section.optional("ca", this::certificates);
        Optional<Path> certificate = section.optional("client-cert", this::certificates);
        Optional<Path> key = section.optional("client-key", this::privateKey);
        List<String> given = section.keys().stream()
                .filter(List.of("ca", "client-cert", "client-key")::contains)
                .toList();
        if (!given.isEmpty() && urls.stream().noneMatch(url -> url.startsWith("ssl:"))) {
            section.reject(given.getFirst(), "", "is of no use without TLS", "write ssl:// in url, or remove it");
        }
        boolean oneOfTwo =
                section.keys().contains("client-cert") != section.keys().contains("client-key");
        if (oneOfTwo) {
            String there = section.keys().contains("client-key") ? "client-key" : "client-cert";
            section.reject(there, "", "is of no use alone", "give client-cert and client-key, or neither");
        }
        return new TlsFiles(authority, certificate.flatMap(c -> key.map(k -> new ClientFiles(c, k))));
    }

    private Path certificates(String text) throws BadValueException {
        return checked(text, Pem::certificates);
    }

    private Path privateKey(String text) throws BadValueException {
        return checked(text, Pem::privateKey);
    }

    /** Reads what is in a PEM file, to see whether it can be used. */
    private interface Check {
        Object read(Path file) throws PemException;
    }

    private Path checked(String text, Check check) throws BadValueException {
        Path file = existing(Values.text(text));
        try {
            check.read(file);
            return file;
        } catch (PemException e) {
            throw new BadValueException(e.reason(), e.cure());
        }
    }

    private Path existing(String text) throws BadValueException {
        return ExistingFile.check(resolve.apply(text));
    }
}
