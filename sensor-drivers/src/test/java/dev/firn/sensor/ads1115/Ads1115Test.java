package dev.firn.sensor.ads1115;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.SettingConflict;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ads1115Test {

    private static final Ads1115Driver DRIVER = new Ads1115Driver();

    private final FakeBuses buses = new FakeBuses();
    private final FakeI2cPart part = FakeI2cPart.withCommands();

    @AfterEach
    void unplug() {
        buses.close();
    }

    /** Data sheet, table "Config Register"; the first is its own example. */
    @ParameterizedTest
    @CsvSource({
        "0, 4.096, 128, 0xc383",
        "1, 6.144, 8, 0xd103",
        "2, 2.048, 860, 0xe5e3",
        "3, 0.256, 250, 0xfba3",
        "3, 1.024, 16, 0xf723",
        "0, 0.512, 475, 0xc9c3"
    })
    void configurationSaysInputRangeAndRate(int input, double range, int rate, String word) {
        assertThat(Ads1115Code.configuration(input, range, rate) | Ads1115Code.START_OR_READY)
                .isEqualTo(Integer.decode(word));
    }

    @ParameterizedTest
    @CsvSource({
        "0x7fff, 4.096, 4.095875, true",
        "0x8000, 4.096, -4.096, false",
        "0xffff, 4.096, -0.000125, false",
        "0x0001, 6.144, 0.0001875, false",
        "0x7ffe, 0.256, 0.255984375, false"
    })
    void voltageIsTheCodesShareOfTheRange(String code, double range, double volts, boolean clipped) {
        assertThat(Ads1115Code.voltage((short) Integer.decode(code).intValue(), range))
                .isEqualTo(new InputVoltage(volts, clipped));
    }

    @Test
    void convertsInputsOneAfterTheOther() {
        part.reply("01", "43 83", "43 83", "c3 83", "f3 83").reply("00", "40 00", "10 00");
        buses.with("i2c-1", 0x48, part);
        try (Sensor sensor = open("a0=voltage", "a3=voltage")) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(part.written()).containsExactly("01 43 83", "01 c3 83", "01 f3 83");
            assertThat(measurement.values())
                    .containsExactly(Measured.of(Quantity.voltage(0), 2.048), Measured.of(Quantity.voltage(3), 0.512));
            // Two conversions of 1/128 s and a tenth, and one more look a millisecond later.
            assertThat(measurement.pauses()).isEqualTo(Duration.ofNanos(2 * 8_593_750 + 1_000_000));
        }
    }

    @Test
    void averagesTheVaneAndFindsItsDirection() {
        // 180° is 18388 of 65535 of the supply: 0.9259 V of 3.3 V, code 7407 at 4.096 V.
        part.reply("01", "d3 83").reply("00", "1c ef", "1c ef", "1d 0f", "1c cf");
        buses.with("i2c-1", 0x48, part);
        try (Sensor sensor = open("a1=wind-vane")) {
            assertThat(Conversation.from(sensor.measure()).values())
                    .containsExactly(Measured.of(Quantity.WIND_DIRECTION, 180));
            assertThat(part.written()).hasSize(4).containsOnly("01 d3 83");
        }
    }

    @ParameterizedTest
    @CsvSource({"7f ff, open line", "67 20, open line", "00 00, shorted to ground"})
    void brokenVaneHasNoDirection(String code, String words) {
        part.reply("01", "c3 83").reply("00", code);
        Measured measured = only("a0=wind-vane", "vane-samples=1");
        assertThat(measured.flag()).isEqualTo(QualityFlag.MISSING);
        assertThat(measured.reason()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "57 80, 0, NOT_EVALUATED",
        "2e e0, 100, NOT_EVALUATED",
        "43 30, 50, NOT_EVALUATED",
        "59 00, 0, NOT_EVALUATED",
        "60 00, 0, SUSPECT",
        "10 00, 100, SUSPECT",
        "7f ff, 0, SUSPECT"
    })
    void moistureLiesBetweenDryAndWet(String code, double percent, QualityFlag flag) {
        part.reply("01", "c3 83").reply("00", code);
        Measured measured = only("a0=snow-moisture", "moisture-dry-v=2.8", "moisture-wet-v=1.5");
        assertThat(measured.value()).isCloseTo(percent, within(1e-9));
        assertThat(measured.flag()).isEqualTo(flag);
    }

    @Test
    void flagsSaturation() {
        part.reply("01", "c3 83").reply("00", "7f ff");
        Measured measured = only("a0=voltage");
        assertThat(measured.value()).isEqualTo(4.095875);
        assertThat(measured.flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(measured.reason()).contains("saturated");
    }

    @Test
    void offsetBelowGroundIsGround() {
        part.reply("01", "c3 83").reply("00", "ff ff");
        assertThat(only("a0=voltage")).isEqualTo(Measured.of(Quantity.voltage(0), 0));
    }

    @Test
    void farBelowGroundFails() {
        part.reply("01", "c3 83").reply("00", "f0 00");
        assertThat(only("a0=voltage").flag()).isEqualTo(QualityFlag.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff ff", "00 00", "85 83"})
    void refusesAPartThatDoesNotKeepItsConfiguration(String word) {
        part.reply("01", word);
        buses.with("i2c-1", 0x48, part);
        try (Sensor sensor = open("a0=voltage")) {
            assertThatExceptionOfType(SensorFaultException.class)
                    .isThrownBy(sensor::initialise)
                    .withMessageContaining("not an ADS1115");
        }
    }

    @Test
    void conversionWithoutEndIsAFault() {
        part.reply("01", "43 83");
        buses.with("i2c-1", 0x48, part);
        try (Sensor sensor = open("a0=voltage")) {
            assertThatExceptionOfType(SensorFaultException.class)
                    .isThrownBy(() -> Conversation.from(sensor.measure()))
                    .withMessage("a conversion does not end");
        }
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = open("a0=voltage")) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE))
                    .hasMessage("i2c-1 0x48 nothing answers");
        }
    }

    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0049/iio:device2"));
        Files.writeString(device.resolve("name"), "ads1015\n");
        Files.writeString(device.resolve("in_voltage0_raw"), "7407\n");
        Files.writeString(device.resolve("in_voltage0_scale"), "0.125000000\n");
        Files.writeString(device.resolve("in_voltage2_raw"), "32767\n");
        Files.writeString(device.resolve("in_voltage2_scale"), "0.062500000\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open("via=kernel", "address=0x49", "a0=wind-vane", "a2=voltage")) {
            Conversation.from(sensor.initialise());
            List<Measured> values = Conversation.from(sensor.measure()).values();
            assertThat(values.getFirst()).isEqualTo(Measured.of(Quantity.WIND_DIRECTION, 180));
            assertThat(values.getLast().value()).isCloseTo(2.0479375, within(1e-9));
            assertThat(values.getLast().flag()).isEqualTo(QualityFlag.SUSPECT);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | a0: none of a0, a1, a2, a3 is used",
                "a0=wind-vane a2=wind-vane | a2: wind-vane is at another input already",
                "a0=snow-moisture a1=snow-moisture moisture-dry-v=3 moisture-wet-v=1"
                        + " | a1: snow-moisture is at another input already",
                "a0=snow-moisture | moisture-dry-v: is missing for snow-moisture",
                "a0=snow-moisture moisture-dry-v=3 | moisture-wet-v: is missing for snow-moisture",
                "a0=snow-moisture moisture-dry-v=3 moisture-wet-v=3.0 | moisture-wet-v: is the same as",
                "a0=snow-moisture moisture-dry-v=5 moisture-wet-v=3.0 | moisture-dry-v: is beyond range-v",
                "a0=wind-vane range-v=2.048 | range-v: ends below supply-v"
            })
    void refusesSettingsThatAreImpossibleTogether(String settings, String conflict) {
        List<SettingConflict> conflicts =
                DRIVER.conflicts(Bench.settings(DRIVER, settings == null ? Map.of() : texts(settings.split(" "))));
        assertThat(conflicts)
                .anySatisfy(
                        found -> assertThat(found.key() + ": " + found.reason()).startsWith(conflict));
    }

    @Test
    void acceptsSettingsThatGoTogether() {
        var settings = Bench.settings(
                DRIVER,
                texts(
                        "a0=wind-vane",
                        "a1=snow-moisture",
                        "a2=voltage",
                        "a3=voltage",
                        "range-v=6.144",
                        "moisture-dry-v=3",
                        "moisture-wet-v=1"));
        assertThat(DRIVER.conflicts(settings)).isEmpty();
        assertThat(DRIVER.quantities(settings))
                .containsExactly(
                        Quantity.WIND_DIRECTION, Quantity.SNOW_MOISTURE, Quantity.voltage(2), Quantity.voltage(3));
    }

    private Measured only(String... settings) {
        buses.with("i2c-1", 0x48, part);
        try (Sensor sensor = open(settings)) {
            List<Measured> values = Conversation.from(sensor.measure()).values();
            assertThat(values).hasSize(1);
            return values.getFirst();
        }
    }

    private Sensor open(String... settings) {
        return Bench.open(DRIVER, texts(settings), buses);
    }

    private static Map<String, String> texts(String... settings) {
        return Arrays.stream(settings)
                .map(setting -> setting.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
