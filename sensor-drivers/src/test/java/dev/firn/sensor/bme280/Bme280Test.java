package dev.firn.sensor.bme280;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
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

class Bme280Test {

    private static final Bme280Driver BME280 = Bme280Driver.bme280();
    private static final Bme280Driver BMP280 = Bme280Driver.bmp280();

    private final FakeBuses buses = new FakeBuses();

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    @Test
    void identifiesResetsAndMeasuresOnceAtATime() {
        FakeI2cPart part = image("60");
        buses.with("i2c-1", 0x76, part);
        try (Sensor sensor = Bench.open(BME280, Map.of(), buses)) {
            Conversation start = Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());

            assertThat(start.pauses()).isEqualTo(Duration.ofMillis(2));
            assertThat(measurement.pauses()).isEqualTo(Duration.ofNanos(9_300_000));
            assertThat(part.written()).containsExactly("e0 b6", "f2 01", "f4 25");
            assertThat(measurement.values())
                    .extracting(value -> value.quantity().name())
                    .containsExactly("air-temperature", "relative-humidity", "air-pressure");
            assertThat(measurement.value("air-temperature").value()).isEqualTo(27.38);
            assertThat(measurement.value("relative-humidity").value()).isEqualTo(0x8399 / 1024.0);
            assertThat(measurement.value("air-pressure").value()).isEqualTo(0x018B663F / 256.0);
        }
    }

    @Test
    void measuresAnewWithTheSettingsWrittenAgain() {
        FakeI2cPart part = image("60");
        buses.with("i2c-1", 0x77, part);
        Map<String, String> settings = Map.of(
                "address",
                "0x77",
                "oversampling-temperature",
                "2",
                "oversampling-pressure",
                "16",
                "oversampling-humidity",
                "4");
        try (Sensor sensor = Bench.open(BME280, settings, buses)) {
            Conversation.from(sensor.initialise());
            Conversation.from(sensor.measure());
            Conversation.from(sensor.measure());
            assertThat(part.written()).containsExactly("e0 b6", "f2 03", "f4 55", "f2 03", "f4 55");
        }
    }

    @Test
    void withoutHumidityItIsNeitherReadNorSet() {
        FakeI2cPart part = image("58").registers(0xE1, "00 00 00 00 00 00 00");
        buses.with("i2c-1", 0x76, part);
        try (Sensor sensor = Bench.open(BMP280, Map.of(), buses)) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(part.written()).containsExactly("e0 b6", "f4 25");
            assertThat(measurement.pauses()).isEqualTo(Duration.ofNanos(6_425_000));
            assertThat(measurement.values()).extracting(Measured::value).containsExactly(27.38, 0x018B663F / 256.0);
        }
    }

    @Test
    void waitsWhileThePartIsBusy() {
        FakeI2cPart part = image("60").reply("f3", "01", "01", "00", "0c", "08", "04");
        buses.with("i2c-1", 0x76, part);
        try (Sensor sensor = Bench.open(BME280, Map.of(), buses)) {
            assertThat(Conversation.from(sensor.initialise()).pauses()).isEqualTo(Duration.ofMillis(4));
            assertThat(Conversation.from(sensor.measure()).pauses()).isEqualTo(Duration.ofNanos(11_300_000));
        }
    }

    @Test
    void aPartThatStaysBusyIsAFault() {
        buses.with("i2c-1", 0x76, image("60").reply("f3", "ff"));
        try (Sensor sensor = Bench.open(BME280, Map.of(), buses)) {
            assertThatThrownBy(() -> Conversation.from(sensor.initialise()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("it stays busy: status 0xff");
        }
    }

    @Test
    void anotherPartIsRefusedBeforeAnythingIsWritten() {
        FakeI2cPart part = image("58");
        buses.with("i2c-1", 0x76, part);
        try (Sensor sensor = Bench.open(BME280, Map.of(), buses)) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("identity 0x58 is not that of a BME280 (0x60)");
            assertThat(part.written()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"00", "ff"})
    void aBlankCalibrationIsRefused(String blank) {
        buses.with("i2c-1", 0x76, image("60").registers(0x88, blank.repeat(26)));
        try (Sensor sensor = Bench.open(BME280, Map.of(), buses)) {
            assertThatThrownBy(() -> Conversation.from(sensor.initialise()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("calibration is blank");
        }
    }

    @Test
    void aPartThatVanishesIsNoDevice() {
        FakeI2cPart part = image("60");
        buses.with("i2c-1", 0x76, part);
        try (Sensor sensor = Bench.open(BME280, Map.of(), buses)) {
            Conversation.from(sensor.initialise());
            part.present(false);
            assertThatThrownBy(sensor::measure)
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE))
                    .hasMessage("i2c-1 0x76 nothing answers");
        }
    }

    @ParameterizedTest
    @CsvSource({"60, BME280 (identity 0x60), ", "58, , BMP280 (identity 0x58)", "61, , "})
    void aScanTellsTheTwoFromEachOther(String identity, String asBme280, String asBmp280) {
        FakeI2cPart part = image(identity);
        buses.with("i2c-1", 0x76, part);
        assertThat(scan(BME280)).isEqualTo(asBme280 == null ? "" : asBme280);
        assertThat(scan(BMP280)).isEqualTo(asBmp280 == null ? "" : asBmp280);
        assertThat(part.written()).isEmpty();
    }

    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        buses.withSysfs(sys);
        Path device = kernelDevice(sys, "bme280");
        Files.writeString(device.resolve("in_humidityrelative_input"), "32899.414062500\n");
        try (Sensor sensor = Bench.open(BME280, Map.of("via", "kernel"), buses)) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("air-temperature").value()).isCloseTo(27.38, within(1e-9));
            assertThat(measurement.value("relative-humidity").value()).isCloseTo(32.899, within(0.001));
            assertThat(measurement.value("air-pressure").value()).isCloseTo(101_222.246, within(0.001));
        }
    }

    @Test
    void theKernelsBmp280HasNoHumidity(@TempDir Path sys) throws IOException {
        buses.withSysfs(sys);
        kernelDevice(sys, "bmp280");
        try (Sensor sensor = Bench.open(BMP280, Map.of("via", "kernel"), buses)) {
            Conversation.from(sensor.initialise());
            assertThat(Conversation.from(sensor.measure()).values()).hasSize(2);
        }
        try (Sensor sensor = Bench.open(BME280, Map.of("via", "kernel"), buses)) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessageContaining("the kernel says it is bmp280");
        }
    }

    private String scan(Bme280Driver driver) {
        I2cPart part = driver.i2cPart().orElseThrow();
        assertThat(part.addresses()).containsExactlyInAnyOrder(0x76, 0x77);
        return part.identify(buses.i2c("i2c-1", 0x76)).orElse("");
    }

    private static FakeI2cPart image(String identity) {
        return FakeI2cPart.withRegisters()
                .registers(0xD0, identity)
                .registers(0x88, Bme280FormulasTest.FIRST)
                .registers(0xE1, Bme280FormulasTest.SECOND)
                .registers(0xF7, Bme280FormulasTest.DATA);
    }

    private static Path kernelDevice(Path sys, String name) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0076/iio:device0"));
        Files.writeString(device.resolve("name"), name + "\n");
        Files.writeString(device.resolve("in_temp_input"), "27380\n");
        Files.writeString(device.resolve("in_pressure_input"), "101.222246093\n");
        return device;
    }
}
