package dev.firn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.config.ConfigResult.Loaded;
import dev.firn.config.ConfigResult.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the file holds, it is a whole configuration, or every problem has a reason and a cure. */
class ConfigPropertiesTest {

    private static final String VALID = """
            node: {site: kronplatz, id: lift-2, latitude: 46.7, longitude: 11.9, altitude-m: 2275}
            sensors:
              - {id: air, driver: bme280, bus: i2c-1, address: 0x76, every: 10s}
              - {id: hut, driver: mqtt, url: tcp://127.0.0.1, topic: "hut/{sensor}", series: [{quantity: air-temperature}]}
            derived:
              - {id: climate, calculation: dew-point, air-temperature: air/air-temperature, relative-humidity: air/relative-humidity}
            pipeline: {window: [1m, 10m every 1m], series: {"air/air-temperature": {range: [-45, 45], filter: [hampel]}}}
            clock: {wait: 1m}
            outbox: {directory: box, max-bytes: 64MB, sync-every: 1s, checkpoint-every: 30s, daily-writes: 1GB}
            history: {keep: 7d}
            uplink: {max-rate: 2KB, mqtt: {url: [tcp://a.example, tcp://b.example], keep-alive: 30s}}
            """;

    private static final List<String> PIECES = List.of(
            ": ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\n",
            "\n  ",
            "- ",
            "\"",
            "'",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "|",
            "~",
            "null",
            "1e999",
            "-1",
            "0x",
            "99999999999999999999",
            "1s",
            "NaN",
            "\t",
            "%",
            "?",
            "<<: ",
            "driver: ",
            "every: ",
            "\u0000");

    @Property(tries = 300)
    void piecesOfYamlAtAnyPlaceAreTakenOrExplained(
            @ForAll @IntRange(max = 2000) int place,
            @ForAll @IntRange(max = 40) int cut,
            @ForAll @Size(max = 4) List<@IntRange(max = 30) Integer> pieces) {
        int at = place % VALID.length();
        StringBuilder text = new StringBuilder(VALID.substring(0, at));
        pieces.forEach(piece -> text.append(PIECES.get(piece)));
        text.append(VALID.substring(Math.min(VALID.length(), at + cut)));
        check(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 100)
    void arbitraryBytesAreExplained(@ForAll @Size(max = 300) byte[] bytes) {
        check(bytes);
    }

    private static void check(byte[] content) {
        try {
            Path file = Files.createTempFile("firn", ".yaml");
            try {
                Files.write(file, content);
                switch (ConfigReader.read(file)) {
                    case Loaded loaded ->
                        assertThat(loaded.config().sensors().count()).isPositive();
                    case Rejected rejected ->
                        assertThat(rejected.problems()).isNotEmpty().allSatisfy(problem -> {
                            assertThat(problem.reason()).isNotBlank();
                            assertThat(problem.cure()).isNotBlank();
                        });
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
