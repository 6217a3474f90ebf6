package dev.firn.sensor.sht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
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
import org.junit.jupiter.params.provider.ValueSource;

class ShtTest {

    private static final ShtDriver SHT31 = ShtDriver.sht31();
    private static final ShtDriver SHT4X = ShtDriver.sht4x();

    /** Sensirion/python-i2c-sht4x, tests/test_sht4x.py. */
    private static final String CAPTURED = "5f 16 1a 5e 35 3b";

    private static final String SERIAL_NUMBER = "de ad 98 be ef 92";

    private final FakeBuses buses = new FakeBuses();

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** The first of an SHT4x: Sensirion/python-i2c-sht4x; that of an SHT31: by its formula. */
    @ParameterizedTest
    @CsvSource({"SHT4X, 40.00023", "SHT31, 36.80018"})
    void convertsCapturedReply(ShtPart part, double percent) {
        ShtReply reply = reply(CAPTURED);
        assertThat(ShtPart.celsius(reply.first())).isCloseTo(20.00114, within(1e-5));
        assertThat(part.percent(reply.second())).isCloseTo(percent, within(1e-5));
    }

    /** robjwells/sht4x-rjw and Sensirion/python-i2c-sht4x. */
    @ParameterizedTest
    @CsvSource({"d9 16 63, 100.0006, 100", "0c 49 80, -0.0013, 0"})
    void cutsImpossibleHumidityOff(String word, double formula, double published) {
        ShtReply reply = reply("5f 16 1a" + word);
        assertThat(ShtPart.SHT4X.percent(reply.second())).isCloseTo(formula, within(1e-4));
        assertThat(ShtAir.measured(ShtPart.SHT4X, reply).getLast().value()).isEqualTo(published);
    }

    @Test
    void readsSerialNumber() {
        assertThat(reply(SERIAL_NUMBER).joined()).isEqualTo(0xDEADBEEF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f 16 ff 5e 35 3b",
                "5f 16 1a 5e 35 ff",
                "5f 17 1a 5e 35 3b",
                "00 00 00 00 00 00",
                "ff ff ff ff ff ff"
            })
    void refusesWrongChecksumOfEitherWord(String bytes) {
        assertThatThrownBy(() -> reply(bytes))
                .isInstanceOf(SensorFaultException.class)
                .hasMessageContaining("checksum");
    }

    @ParameterizedTest
    @CsvSource({"-40, NOT_EVALUATED", "-40.1, SUSPECT", "125, NOT_EVALUATED", "125.1, SUSPECT"})
    void doubtsTemperatureOutsideOfRange(double celsius, QualityFlag flag) {
        assertThat(ShtAir.measured(celsius, 50).getFirst().flag()).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource({"high, 2400, 15500", "medium, 240b, 6500", "low, 2416, 4500"})
    void sht31ResetsAsksForItsNumberThenMeasuresWithoutStretching(String repeatability, String command, long micros) {
        FakeI2cPart part =
                FakeI2cPart.withCommands().reply("3780", SERIAL_NUMBER).reply(command, CAPTURED);
        buses.with("i2c-1", 0x44, part);
        try (Sensor sensor = Bench.open(SHT31, Map.of("repeatability", repeatability), buses)) {
            Conversation start = Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());

            String spaced = command.substring(0, 2) + " " + command.substring(2);
            assertThat(part.written()).containsExactly("30 93", "30 a2", "37 80", spaced);
            assertThat(start.pauses()).isEqualTo(Duration.ofNanos(3_500_000));
            assertThat(measurement.pauses()).isEqualTo(Duration.ofNanos(1000 * micros));
            assertThat(measurement.value("air-temperature").value()).isCloseTo(20.00114, within(1e-5));
            assertThat(measurement.value("relative-humidity").value()).isCloseTo(36.80018, within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"high, fd, 10", "medium, f6, 5", "low, e0, 2"})
    void sht4xResetsAsksForItsNumberThenMeasures(String repeatability, String command, long millis) {
        FakeI2cPart part = FakeI2cPart.withCommands().reply("89", SERIAL_NUMBER).reply(command, CAPTURED);
        buses.with("i2c-1", 0x46, part);
        Map<String, String> settings = Map.of("repeatability", repeatability, "address", "0x46");
        try (Sensor sensor = Bench.open(SHT4X, settings, buses)) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());

            assertThat(part.written()).containsExactly("94", "89", command);
            assertThat(measurement.pauses()).isEqualTo(Duration.ofMillis(millis));
            assertThat(measurement.value("air-temperature").value()).isCloseTo(20.00114, within(1e-5));
            assertThat(measurement.value("relative-humidity").value()).isCloseTo(40.00023, within(1e-5));
        }
    }

    @Test
    void aBusyPartIsReadOnceMoreALittleLater() {
        FakeI2cPart part = FakeI2cPart.withCommands().reply("fd", CAPTURED);
        buses.with("i2c-1", 0x44, part);
        try (Sensor sensor = Bench.open(SHT4X, Map.of(), buses)) {
            var pending = sensor.measure();
            part.failNext(3, BusFault.NO_DEVICE);
            Conversation measurement = Conversation.from(pending);
            assertThat(measurement.pauses()).isEqualTo(Duration.ofMillis(13));
            assertThat(measurement.values()).hasSize(2);
        }
    }

    @Test
    void aPartThatDoesNotEndIsNoDevice() {
        FakeI2cPart part = FakeI2cPart.withCommands().reply("fd", CAPTURED);
        buses.with("i2c-1", 0x44, part);
        try (Sensor sensor = Bench.open(SHT4X, Map.of(), buses)) {
            var pending = sensor.measure();
            part.present(false);
            assertThatThrownBy(() -> Conversation.from(pending)).hasMessage("i2c-1 0x44 nothing answers");
        }
    }

    @Test
    void otherFaultsOfTheBusAreNotTriedAgain() {
        FakeI2cPart part = FakeI2cPart.withCommands().reply("fd", CAPTURED);
        buses.with("i2c-1", 0x44, part);
        try (Sensor sensor = Bench.open(SHT4X, Map.of(), buses)) {
            var pending = sensor.measure();
            part.failNext(1, BusFault.TIMED_OUT);
            assertThatThrownBy(() -> Conversation.from(pending))
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.TIMED_OUT));
        }
    }

    @Test
    void anAbsentPartIsNoDevice() {
        try (Sensor sensor = Bench.open(SHT31, Map.of("address", "0x45"), buses)) {
            assertThatThrownBy(sensor::initialise).hasMessage("i2c-1 0x45 nothing answers");
        }
    }

    @Test
    void aNumberWithAWrongChecksumIsNotItsIdentity() {
        buses.with("i2c-1", 0x44, FakeI2cPart.withCommands().reply("3780", "de ad 98 be ef 00"));
        try (Sensor sensor = Bench.open(SHT31, Map.of(), buses)) {
            assertThatThrownBy(() -> Conversation.from(sensor.initialise()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("checksum 0x00, computed 0x92");
        }
    }

    @Test
    void aScanTellsTheTwoFamiliesFromEachOther() {
        FakeI2cPart part = FakeI2cPart.withCommands().reply("89", SERIAL_NUMBER).reply("3780", "ff ff ff ff ff ff");
        buses.with("i2c-1", 0x44, part);
        assertThat(scan(SHT4X)).isEqualTo("SHT4x (serial number deadbeef)");
        assertThat(scan(SHT31)).isEmpty();
        assertThat(SHT31.i2cPart().orElseThrow().addresses()).containsExactlyInAnyOrder(0x44, 0x45);
    }

    @Test
    void aScanFindsThePartUntilItIsGone() {
        FakeI2cPart part = FakeI2cPart.withCommands().reply("3780", SERIAL_NUMBER);
        buses.with("i2c-1", 0x44, part);
        assertThat(scan(SHT31)).isEqualTo("SHT3x (serial number deadbeef)");
        part.present(false);
        assertThatThrownBy(() -> scan(SHT31)).isInstanceOf(BusException.class);
    }

    @ParameterizedTest
    @CsvSource({"sht31, sht3x", "sht4x, sht4x"})
    void readsWhatTheKernelsDriverSays(String driver, String name, @TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0044/hwmon/hwmon3"));
        Files.writeString(device.resolve("name"), name + "\n");
        Files.writeString(device.resolve("temp1_input"), "-7250\n");
        Files.writeString(device.resolve("humidity1_input"), "100350\n");
        buses.withSysfs(sys);
        ShtDriver chosen = driver.equals("sht31") ? SHT31 : SHT4X;
        try (Sensor sensor = Bench.open(chosen, Map.of("via", "kernel"), buses)) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("air-temperature").value()).isEqualTo(-7.25);
            assertThat(measurement.value("relative-humidity").value()).isEqualTo(100);
        }
    }

    private String scan(ShtDriver driver) {
        return driver.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x44)).orElse("");
    }

    private static ShtReply reply(String bytes) {
        return ShtReply.of(FakeI2cPart.bytes(bytes));
    }
}
