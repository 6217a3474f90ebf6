package dev.firn.sensor.bh1750;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.telemetry.QualityFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bh1750Test {

    private static final Bh1750Driver DRIVER = new Bh1750Driver();

    private final FakeBuses buses = new FakeBuses();

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** The first four: sergevas/iot-env, Zephyr's driver, and the data sheet's example. */
    @ParameterizedTest
    @CsvSource({
        "04b0, 69, 1000",
        "ef34, 69, 51030",
        "8390, 69, 28067",
        "0078, 69, 100",
        "ffff, 31, 121556.85",
        "0000, 31, 0"
    })
    void convertsCountsToLux(String raw, int measurementTime, double lux) {
        assertThat(Bh1750Light.lux(Integer.parseInt(raw, 16), measurementTime)).isCloseTo(lux, within(0.5));
    }

    @Test
    void setsTimeThenMeasuresOnceAndWaitsForIt() {
        FakeI2cPart part = FakeI2cPart.withCommands().reply("", "04 b0");
        buses.with("i2c-1", 0x23, part);
        try (Sensor sensor = open(Map.of("measurement-time", "69"))) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());

            assertThat(part.written()).containsExactly("01", "42", "65", "20");
            assertThat(measurement.pauses()).isEqualTo(Duration.ofMillis(180));
            assertThat(measurement.value("illuminance").value()).isCloseTo(1000, within(1e-9));
            assertThat(measurement.value("illuminance").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
        }
    }

    @Test
    void flagsSaturation() {
        buses.with("i2c-1", 0x5C, FakeI2cPart.withCommands().reply("", "ff ff"));
        try (Sensor sensor = open(Map.of("address", "0x5c"))) {
            Measured light = Conversation.from(sensor.measure()).value("illuminance");
            assertThat(light.flag()).isEqualTo(QualityFlag.SUSPECT);
            assertThat(light.value()).isCloseTo(121_556, within(1.0));
            assertThat(light.reason()).contains("at least that bright");
        }
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE))
                    .hasMessage("i2c-1 0x23 nothing answers");
        }
    }

    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0023/iio:device4"));
        Files.writeString(device.resolve("name"), "bh1750\n");
        Files.writeString(device.resolve("in_illuminance_raw"), "1200\n");
        Files.writeString(device.resolve("in_illuminance_scale"), "0.833333\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            assertThat(Conversation.from(sensor.measure()).value("illuminance").value())
                    .isCloseTo(1000, within(0.01));
        }
    }

    private Sensor open(Map<String, String> settings) {
        return Bench.open(DRIVER, settings, buses);
    }
}
