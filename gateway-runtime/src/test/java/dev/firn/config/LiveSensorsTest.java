package dev.firn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.sensor.ConfiguredSensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries whose drivers are those of parts. */
class LiveSensorsTest {

    private static final String REST = "node: {site: a, id: b}\nuplink: {mqtt: {url: \"tcp://broker.example\"}}\n";

    @TempDir
    private Path folder;

    @Test
    void readsSettingsOfTheDriverAndItsUsualInterval() throws IOException {
        if (!(read("""
                sensors:
                  - {id: light, driver: bh1750, address: 0x5c, every: 2s}
                  - {id: dark, driver: bh1750}
                """) instanceof ConfigResult.Loaded(GatewayConfig config))) {
            throw new AssertionError("rejected");
        }
        List<ConfiguredSensor> sensors = ((LiveConfig) config.sensors()).sensors();
        assertThat(sensors)
                .extracting(ConfiguredSensor::every)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10));
        assertThat(sensors)
                .extracting(sensor -> sensor.wiring().claims().toString())
                .containsExactly("[address 0x5c]", "[address 0x23]");
        assertThat(sensors.getFirst().series()).hasToString("[light/illuminance]");
    }

    @Test
    void namesPlaceValueReasonAndCureOfEachWrongSetting() throws IOException {
        assertThat(reject("""
                sensors:
                  - {id: a, driver: bh1750, address: 0x99}
                  - {id: b, driver: bh1750, address: 0x24}
                  - {id: c, driver: bh1750, bus: spi-0, every: 1ms}
                  - {id: d, driver: bh1750, measurment-time: 69}
                  - {id: e, driver: bh175}
                """))
                .containsExactly(
                        "2: sensors[0].address: \"0x99\": is no address of this part; it can have 0x23, 0x5c",
                        "3: sensors[1].address: \"0x24\": is no address of this part; it can have 0x23, 0x5c",
                        "4: sensors[2].every: \"1ms\": is out of range; give 10ms to 1h",
                        "4: sensors[2].bus: \"spi-0\": is no I2C bus; write i2c-1, or what i2cdetect -l shows",
                        "5: sensors[3].measurment-time: is not a key of Firn; did you mean measurement-time?",
                        "6: sensors[4].driver: \"bh175\": is no driver of this version; did you mean bh1750?");
    }

    @Test
    void refusesTwoSensorsInOnePlace() throws IOException {
        assertThat(reject("""
                sensors:
                  - {id: light, driver: bh1750}
                  - {id: other, driver: bh1750, bus: i2c-3}
                  - {id: again, driver: bh1750}
                """))
                .containsExactly("4: sensors[2].id: \"again\": wants address 0x23 on i2c-1, which light has;"
                        + " give one of them another address, line or bus");
    }

    @Test
    void refusesSensorsBesideARecording() throws IOException {
        Files.writeString(folder.resolve("a.smet"), "");
        assertThat(reject("""
                sensors:
                  - {id: station, driver: replay, file: a.smet}
                  - {id: light, driver: bh1750}
                """))
                .containsExactly("3: sensors[1].driver: \"bh1750\": a sensor cannot stand beside a recording (station),"
                        + " whose time is another; replay in a gateway of its own");
    }

    @Test
    void refusesARuleForASeriesThatNobodyMeasures() throws IOException {
        assertThat(reject("""
                sensors: [{id: light, driver: bh1750}]
                pipeline: {series: {"light/iluminance": {range: [0, 1]}}}
                """))
                .containsExactly("2: pipeline.series.light/iluminance: is measured by no sensor here;"
                        + " did you mean light/illuminance?");
    }

    private ConfigResult read(String sensors) throws IOException {
        return ConfigReader.read(Files.writeString(folder.resolve("gateway.yaml"), sensors + REST));
    }

    private List<String> reject(String sensors) throws IOException {
        if (read(sensors) instanceof ConfigResult.Rejected(List<Problem> problems)) {
            return problems.stream()
                    .map(problem -> problem.describe()
                            .substring(folder.resolve("gateway.yaml").toString().length() + 1))
                    .toList();
        }
        throw new AssertionError("was not rejected");
    }
}
