package dev.firn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.source.mqtt.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries with the driver {@code mqtt}. */
class MqttSourcesTest {

    private static final String REST = "node: {site: a, id: b}\nuplink: {mqtt: {url: \"tcp://broker.example\"}}\n";

    @TempDir
    private Path folder;

    @Test
    void readsAllThatASourceIs() throws IOException {
        Files.writeString(folder.resolve("secret"), "x");
        GatewayConfig config = load("""
                sensors:
                  - id: huts
                    driver: mqtt
                    url: mqtt://127.0.0.1
                    topic: "huts/{sensor}/state"
                    time: /at
                    client-id: firn
                    user: firn
                    password-file: secret
                    series:
                      - {quantity: air-pressure, value: /p, factor: 100}
                      - {quantity: battery, value: /battery, unit: "%"}
                  - {id: gate, driver: mqtt, url: tcp://127.0.0.1, topic: gate/1, series: [{quantity: people-count}]}
                  - {id: light, driver: bh1750}
                pipeline:
                  series: {"huts.upper/battery": {range: [0, 100]}, gate/people-count: {range: [0, 9]}}
                """);
        LiveConfig live = (LiveConfig) config.sensors();
        assertThat(live.count()).isEqualTo(3);
        SourceSettings huts = live.sources().getFirst();
        assertThat(huts.url()).isEqualTo("tcp://127.0.0.1:1883");
        assertThat(huts.clientId()).hasValue("firn");
        assertThat(huts.credentials().passwordFile()).hasValue(folder.resolve("secret"));
        assertThat(huts.topic()).hasToString("huts/{sensor}/state");
        assertThat(huts.time()).hasValueSatisfying(time -> assertThat(time).hasToString("/at"));
        assertThat(huts.series()).hasToString("[huts/air-pressure, huts/battery]");
        assertThat(huts.values().getFirst().factor()).isEqualTo(100);
        assertThat(huts.values().getLast().quantity().unit()).isEqualTo("%");
        assertThat(live.sources().getLast().values().getFirst().place()).hasToString("");
    }

    @Test
    void namesPlaceValueReasonAndCureOfWhatIsWrong() throws IOException {
        assertThat(reject("""
                sensors:
                  - {id: a, driver: mqtt, url: "ssl://b.example", topic: a/#/b, series: [{quantity: air-temprature}]}
                  - {id: b, driver: mqtt, url: tcp://b, topic: b, series: [{quantity: air-pressure, unit: hPa, value: p}]}
                  - {id: c, driver: mqtt, url: tcp://b, topic: c, series: [{quantity: contact, factor: 0}], tpic: x}
                  - {id: d, driver: mqtt, url: tcp://b, topic: d, password-file: secret}
                """))
                .containsExactly(
                        "2: sensors[0].url: \"ssl://b.example\": is over TLS, which a source cannot do; use the broker on this node, such as tcp://127.0.0.1:1883",
                        "2: sensors[0].topic: \"a/#/b\": has a level # that means nothing; write one such as zigbee2mqtt/{sensor}",
                        "2: sensors[0].series[0].quantity: \"air-temprature\": is no quantity that Firn knows; did you mean air-temperature? If not, add its unit",
                        "3: sensors[1].series[0].value: \"p\": does not begin with /; write where the value stands, such as /temperature",
                        "4: sensors[2].series[0].factor: \"0\": makes every value 0; give another number",
                        "4: sensors[2].tpic: is not a key of Firn; did you mean topic?",
                        "5: sensors[3].series: is missing; add it, such as series: [{quantity: air-temperature, value: /temperature}]",
                        "5: sensors[3].password-file: \"secret\": there is no file " + folder.resolve("secret")
                                + "; correct the path, or put the file there");
    }

    @Test
    void rulesForSensorsThatNoTopicCanNameAreRefused() throws IOException {
        assertThat(reject("""
                sensors:
                  - {id: huts, driver: mqtt, url: tcp://b, topic: "h/{sensor}", series: [{quantity: contact}]}
                pipeline:
                  series:
                    huts.a/voltage: {range: [0, 1]}
                    hut.a/contact: {range: [0, 1]}
                    huts/contact: {range: [0, 1]}
                """))
                .containsExactly(
                        "5: pipeline.series.huts.a/voltage: is measured by no sensor here; there are: huts.NAME/contact",
                        "6: pipeline.series.hut.a/contact: there is no sensor hut.a; did you mean huts?",
                        "7: pipeline.series.huts/contact: is measured by no sensor here; there are: huts.NAME/contact");
    }

    @Test
    void anIdThatATopicMayGiveIsRefused() throws IOException {
        assertThat(reject("""
                sensors:
                  - {id: huts, driver: mqtt, url: tcp://b, topic: "h/{sensor}", series: [{quantity: contact}]}
                  - {id: huts.a, driver: bh1750}
                """))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("huts.a", "the topic of huts may give"));
    }

    private GatewayConfig load(String text) throws IOException {
        if (ConfigReader.read(write(text)) instanceof ConfigResult.Loaded(GatewayConfig config)) {
            return config;
        }
        throw new AssertionError(reject(text).toString());
    }

    private List<String> reject(String text) throws IOException {
        Path file = write(text);
        if (ConfigReader.read(file) instanceof ConfigResult.Rejected(List<Problem> problems)) {
            return problems.stream()
                    .map(problem -> problem.describe().substring(file.toString().length() + 1))
                    .toList();
        }
        throw new AssertionError("loaded");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("gateway.yaml"), text + REST);
    }
}
