package dev.firn.sensor.mlx90614;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.pi4j.io.i2c.I2C;
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
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mlx90614Test {

    private static final Mlx90614Driver DRIVER = new Mlx90614Driver();
    private static final String FACTORY_EMISSIVITY = "ff ff %02x".formatted(code(0x24, 0xFF, 0xFF));

    private final FakeBuses buses = new FakeBuses();
    private final FakeI2cPart part = FakeI2cPart.withCommands();

    @AfterEach
    void unplug() {
        buses.close();
    }

    @ParameterizedTest
    @CsvSource({
        "06, e1 39 e9, 23.19",
        "06, 61 3a 56, 25.75",
        "06, 6b 3a d4, 25.95",
        "06, 26 3a 66, 24.57",
        "07, 26 3a 70, 24.57",
        "08, 26 3a a2, 24.57"
    })
    void readsTemperatures(String command, String answer, double celsius) {
        int word = Mlx90614Word.word(0x5A, Integer.parseInt(command, 16), FakeI2cPart.bytes(answer), true);
        assertThat(Mlx90614Word.celsius(word)).isCloseTo(celsius, within(1e-9));
    }

    @Test
    void readsEmissivity() {
        int word = Mlx90614Word.word(0x5A, 0x24, FakeI2cPart.bytes("33 b3 24"), true);
        assertThat(Mlx90614Word.emissivity(word)).isCloseTo(0.7, within(1e-5));
    }

    @Test
    void packetErrorCodeCoversTheWholeFrame() {
        assertThat(Mlx90614Word.packetErrorCode(0xB4, 0x06, 0xB5, 0xE1, 0x39)).isEqualTo(0xE9);
        assertThat(Mlx90614Word.packetErrorCode(0xB4, 0x24, 0x00, 0x00)).isEqualTo(0x28);
        assertThat(Mlx90614Word.packetErrorCode(0xB4, 0x24, 0x33, 0xB3)).isEqualTo(0xFE);
    }

    @Test
    void measuresItselfAndWhatItLooksAt() {
        plugIn(FACTORY_EMISSIVITY, "e1 39 e9", "26 3a 70");
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.initialise()).values()).isEmpty();
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("sensor-temperature").value()).isCloseTo(23.19, within(1e-9));
            assertThat(measurement.value("snow-surface-temperature").value()).isCloseTo(24.57, within(1e-9));
            assertThat(measurement.values()).extracting(Measured::flag).containsOnly(QualityFlag.NOT_EVALUATED);
            assertThat(part.written()).isEmpty();
        }
    }

    @Test
    void refusesAWrongPacketErrorCode() {
        plugIn(FACTORY_EMISSIVITY, "e1 39 ea", "26 3a 70");
        try (Sensor sensor = open(Map.of())) {
            assertThatExceptionOfType(SensorFaultException.class)
                    .isThrownBy(sensor::measure)
                    .withMessage("checksum 0xea, computed 0xe9");
        }
    }

    @Test
    void takesAWrongPacketErrorCodeWhereItIsSwitchedOff() {
        plugIn("ff ff 00", "e1 39 ea", "26 3a ff");
        try (Sensor sensor = open(Map.of("pec", "false", "quantity", "surface-temperature"))) {
            Conversation.from(sensor.initialise());
            assertThat(Conversation.from(sensor.measure())
                            .value("surface-temperature")
                            .value())
                    .isCloseTo(24.57, within(1e-9));
        }
    }

    @Test
    void packetErrorCodeFollowsTheAddress() {
        part.reply("06", "e1 39 %02x".formatted(Mlx90614Word.packetErrorCode(0x54, 0x06, 0x55, 0xE1, 0x39)))
                .reply("07", "26 3a %02x".formatted(Mlx90614Word.packetErrorCode(0x54, 0x07, 0x55, 0x26, 0x3A)));
        buses.with("i2c-1", 0x2A, part);
        try (Sensor sensor = open(Map.of("address", "0x2a"))) {
            assertThat(Conversation.from(sensor.measure()).values()).hasSize(2);
        }
    }

    @Test
    void errorFlagIsAMissingValue() {
        plugIn(FACTORY_EMISSIVITY, "e1 39 e9", "26 ba %02x".formatted(code(0x07, 0x26, 0xBA)));
        try (Sensor sensor = open(Map.of())) {
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("snow-surface-temperature"))
                    .isEqualTo(Measured.missing(Quantity.SNOW_SURFACE_TEMPERATURE, "the part's error flag is set"));
            assertThat(measurement.value("sensor-temperature").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
        }
    }

    /** 0x2700 is -73.47 °C, 0x7FF0 381.89 °C. */
    @ParameterizedTest
    @CsvSource({"00 27, -73.47", "f0 7f, 381.89"})
    void flagsWhatIsBeyondItsRange(String word, double celsius) {
        byte[] bytes = FakeI2cPart.bytes(word);
        int checksum = code(0x07, bytes[0], bytes[1]);
        plugIn(FACTORY_EMISSIVITY, "e1 39 e9", word + " %02x".formatted(checksum));
        try (Sensor sensor = open(Map.of())) {
            Measured object = Conversation.from(sensor.measure()).value("snow-surface-temperature");
            assertThat(object.value()).isCloseTo(celsius, within(1e-9));
            assertThat(object.flag()).isEqualTo(QualityFlag.SUSPECT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00 00", "ff ff ff"})
    void blankBytesAreAFaultWithAndWithoutPacketErrorCode(String bytes) {
        plugIn(bytes, bytes, bytes);
        for (String pec : new String[] {"true", "false"}) {
            try (Sensor sensor = open(Map.of("pec", pec))) {
                assertThatExceptionOfType(SensorFaultException.class)
                        .isThrownBy(sensor::initialise)
                        .withMessageContaining("no part answers");
                assertThatExceptionOfType(SensorFaultException.class).isThrownBy(sensor::measure);
            }
        }
    }

    @Test
    void refusesAnEmissivityThatCannotBe() {
        plugIn("00 10 %02x".formatted(code(0x24, 0x00, 0x10)), "e1 39 e9", "26 3a 70");
        try (Sensor sensor = open(Map.of())) {
            assertThatExceptionOfType(SensorFaultException.class)
                    .isThrownBy(sensor::initialise)
                    .withMessageContaining("emissivity 0.0625");
        }
    }

    @Test
    void scanSaysItsEmissivity() {
        plugIn("33 b3 24", "e1 39 e9", "26 3a 70");
        I2cPart scanned = DRIVER.i2cPart().orElseThrow();
        I2C device = buses.i2c("i2c-1", 0x5A);
        assertThat(scanned.addresses()).containsExactly(0x5A);
        assertThat(scanned.identify(device)).contains("MLX90614 (emissivity 0.700)");
        part.reply("24", "33 b3 25");
        assertThat(scanned.identify(device)).isEmpty();
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE))
                    .hasMessage("i2c-1 0x5a nothing answers");
        }
    }

    /** The kernel's driver shares scale and offset between its channels. */
    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-005a/iio:device0"));
        Files.writeString(device.resolve("name"), "mlx90614\n");
        Files.writeString(device.resolve("in_temp_ambient_raw"), "14817\n");
        Files.writeString(device.resolve("in_temp_object_raw"), "13400\n");
        Files.writeString(device.resolve("in_temp_offset"), "-13657.500000\n");
        Files.writeString(device.resolve("in_temp_scale"), "20\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("sensor-temperature").value()).isCloseTo(23.19, within(1e-9));
            assertThat(measurement.value("snow-surface-temperature").value()).isCloseTo(-5.15, within(1e-9));
        }
    }

    @Test
    void refusesToLookAtItself() {
        assertThat(DRIVER.conflicts(Bench.settings(DRIVER, Map.of("quantity", "sensor-temperature"))))
                .hasSize(1);
        assertThat(DRIVER.conflicts(Bench.settings(DRIVER, Map.of()))).isEmpty();
    }

    private void plugIn(String emissivity, String ambient, String object) {
        part.reply("24", emissivity).reply("06", ambient).reply("07", object);
        buses.with("i2c-1", 0x5A, part);
    }

    private Sensor open(Map<String, String> settings) {
        return Bench.open(DRIVER, settings, buses);
    }

    private static int code(int command, int low, int high) {
        return Mlx90614Word.packetErrorCode(0xB4, command, 0xB5, low, high);
    }
}
