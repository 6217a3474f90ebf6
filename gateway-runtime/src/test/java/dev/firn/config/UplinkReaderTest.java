package dev.firn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.config.ConfigResult.Loaded;
import dev.firn.config.ConfigResult.Rejected;
import dev.firn.uplink.mqtt.MqttSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UplinkReaderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(folder.resolve("station.smet"), "");
        Files.writeString(folder.resolve("ca.pem"), "no certificate");
    }

    @Test
    void takesSeveralAddressesInOrderAndARate() throws IOException {
        ConfigResult result =
                read("{max-rate: 2KB, mqtt: {url: [tcp://one.example, 'ssl://two.example'], keep-alive: 45s}}");
        assertThat(result).isInstanceOfSatisfying(Loaded.class, loaded -> {
            UplinkConfig uplink = loaded.config().uplink();
            assertThat(uplink.bytesPerSecond()).isEqualTo(2048);
            MqttSettings broker = uplink.broker();
            assertThat(broker.urls()).containsExactly("tcp://one.example:1883", "ssl://two.example:8883");
            assertThat(broker.keepAlive()).isEqualTo(Duration.ofSeconds(45));
            assertThat(broker.tls().authority()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{mqtt: {url: 'ssl://b', ca: ca.pem}} | uplink.mqtt.ca | holds no certificate",
                "{mqtt: {url: 'ssl://b', ca: no.pem}} | uplink.mqtt.ca | there is no file",
                "{mqtt: {url: 'ssl://b', client-key: ca.pem}} | uplink.mqtt.client-key | holds no private key",
                "{mqtt: {url: 'ssl://b', client-cert: ca.pem}} | uplink.mqtt.client-cert | of no use alone",
                "{mqtt: {url: 'tcp://b', ca: ca.pem}} | uplink.mqtt.ca | of no use without TLS",
                "{mqtt: {url: ['tcp://b', 'http://c']}} | uplink.mqtt.url | no broker's address",
                "{mqtt: {url: []}} | uplink.mqtt.url | no broker's address",
                "{mqtt: {url: tcp://b, keep-alive: 1ms}} | uplink.mqtt.keep-alive | out of range",
                "{max-rate: 10B, mqtt: {url: tcp://b}} | uplink.max-rate | too small"
            })
    void saysWhatIsWrong(String uplink, String key, String reason) throws IOException {
        assertThat(read(uplink))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems()).anySatisfy(problem -> {
                            assertThat(problem.key()).isEqualTo(key);
                            assertThat(problem.reason()).contains(reason);
                            assertThat(problem.cure()).isNotBlank();
                        }));
    }

    private ConfigResult read(String uplink) throws IOException {
        Path file = folder.resolve("gateway.yaml");
        Files.writeString(file, """
                node: {site: kronplatz, id: lift-2}
                sensors: [{id: station, driver: replay, file: station.smet}]
                uplink: %s
                """.formatted(uplink));
        return ConfigReader.read(file);
    }
}
