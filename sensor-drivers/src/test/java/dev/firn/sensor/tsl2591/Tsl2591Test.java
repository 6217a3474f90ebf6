package dev.firn.sensor.tsl2591;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
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

/**
 * No measurement of a TSL2591 with its illuminance has been published: the values here are worked out from the formula
 * of the kernel's driver, and show that it is the formula, not that it is right. The registers and their order are those
 * of that driver.
 */
class Tsl2591Test {

    private static final Tsl2591Driver DRIVER = new Tsl2591Driver();

    private final FakeBuses buses = new FakeBuses();

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 200, LOW, MS_100, 2611.2",
        "1000, 200, MEDIUM, MS_100, 104.448",
        "1000, 0, MEDIUM, MS_600, 27.2",
        "30000, 15000, HIGH, MS_300, 23.832",
        "500, 100, MAXIMUM, MS_100, 0.132199",
        "0, 0, LOW, MS_100, 0",
        "3, 5, MEDIUM, MS_100, 0"
    })
    void computesLuxByTheFormula(int full, int infrared, Gain gain, IntegrationTime time, double lux) {
        assertThat(new Tsl2591Light(full, infrared, gain, time).lux()).isCloseTo(lux, within(1e-3 * lux));
    }

    @ParameterizedTest
    @CsvSource({
        "36862, MS_100, false",
        "36863, MS_100, true",
        "65534, MS_200, false",
        "65535, MS_200, true",
        "65535, MS_600, true"
    })
    void isSaturatedWhereTheTimeLetsItCountNoFurther(int full, IntegrationTime time, boolean saturated) {
        assertThat(new Tsl2591Light(full, 0, Gain.LOW, time).isSaturated()).isEqualTo(saturated);
        assertThat(new Tsl2591Light(0, full, Gain.LOW, time).isSaturated()).isEqualTo(saturated);
    }

    @ParameterizedTest
    @CsvSource({"low, 100ms, 00", "medium, 200ms, 11", "high, 300ms, 22", "maximum, 600ms, 35"})
    void identifiesThenSwitchesOnForOneMeasurement(String gain, String time, String control) {
        FakeI2cPart part = part("e8 03 c8 00");
        try (Sensor sensor = open(Map.of("gain", gain, "integration-time", time))) {
            Conversation.from(sensor.initialise());
            Conversation.from(sensor.measure());
            assertThat(part.written()).containsExactly("a0 00", "a1 " + control, "a0 03", "a0 00");
        }
    }

    @Test
    void measuresLightAndItsInfrared() {
        part("e8 03 c8 00");
        try (Sensor sensor = open(Map.of())) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.pauses()).isEqualTo(Duration.ofMillis(120));
            assertThat(measurement.value("illuminance").value()).isCloseTo(104.448, within(1e-9));
            assertThat(measurement.value("infrared-ratio").value()).isEqualTo(0.2);
        }
    }

    @Test
    void goesDownWhileItIsSaturatedAndStaysThere() {
        FakeI2cPart part = part("ff 8f 00 10", "e8 03 c8 00", "e8 03 c8 00");
        try (Sensor sensor = open(Map.of())) {
            Conversation measurement = Conversation.from(sensor.measure());
            Conversation.from(sensor.measure());
            assertThat(part.written())
                    .containsExactly("a1 10", "a0 03", "a0 00", "a1 00", "a0 03", "a0 00", "a1 00", "a0 03", "a0 00");
            assertThat(measurement.pauses()).isEqualTo(Duration.ofMillis(240));
            assertThat(measurement.value("illuminance").value()).isCloseTo(2611.2, within(1e-9));
            assertThat(measurement.value("illuminance").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
        }
    }

    @Test
    void goesUpWhileItIsDark() {
        FakeI2cPart part = part("02 00 00 00", "22 00 00 00", "10 03 00 00");
        try (Sensor sensor = open(Map.of())) {
            Measured light = Conversation.from(sensor.measure()).value("illuminance");
            assertThat(part.written())
                    .containsExactly("a1 10", "a0 03", "a0 00", "a1 20", "a0 03", "a0 00", "a1 30", "a0 03", "a0 00");
            assertThat(light.value()).isCloseTo(784 * 408 / 987_600.0, within(1e-9));
        }
    }

    @Test
    void nightIsAValueAndHasNoShareOfInfrared() {
        part("00 00 00 00");
        try (Sensor sensor = open(Map.of())) {
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("illuminance")).isEqualTo(Measured.of(Quantity.ILLUMINANCE, 0));
            assertThat(measurement.value("infrared-ratio").flag()).isEqualTo(QualityFlag.MISSING);
        }
    }

    @Test
    void aFixedGainStaysAndFlagsSaturation() {
        FakeI2cPart part = part("ff 8f 00 10");
        try (Sensor sensor = open(Map.of("gain", "high"))) {
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(part.written()).containsExactly("a1 20", "a0 03", "a0 00");
            assertThat(measurement.value("illuminance").flag()).isEqualTo(QualityFlag.SUSPECT);
            assertThat(measurement.value("illuminance").reason()).contains("at least that bright");
            assertThat(measurement.value("infrared-ratio").flag()).isEqualTo(QualityFlag.MISSING);
        }
    }

    @Test
    void whereBothAreSaturatedThereIsNoValue() {
        part("ff 8f ff 8f");
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.measure()).values())
                    .hasSize(2)
                    .allMatch(value -> value.flag() == QualityFlag.MISSING);
        }
    }

    @Test
    void waitsForAValidValue() {
        part("e8 03 c8 00").reply("b3", "00", "00", "01");
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.measure()).pauses()).isEqualTo(Duration.ofMillis(140));
        }
    }

    @Test
    void aPartThatDoesNotMeasureIsAFault() {
        part("e8 03 c8 00").reply("b3", "00");
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(() -> Conversation.from(sensor.measure()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("it does not measure: status 0x00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff"})
    void countsOfAPartThatLostItsSettingsAreAFault(String control) {
        part("ff ff ff ff").reply("a1", control);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(() -> Conversation.from(sensor.measure()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("instead of 0x10: it was without power");
        }
    }

    /** A VL53L0X or VL53L1X can be at the same address. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "ff", "ee"})
    void anotherPartIsRefusedBeforeAnythingIsWritten(String identity) {
        FakeI2cPart part = part("00 00 00 00").registers(0xB2, identity);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("is not that of a TSL2591 (0x50)");
            assertThat(scan()).isEmpty();
            assertThat(part.written()).isEmpty();
        }
    }

    @Test
    void aScanRecognisesIt() {
        FakeI2cPart part = part("00 00 00 00");
        assertThat(scan()).isEqualTo("TSL2591 (identity 0x50)");
        assertThat(part.written()).isEmpty();
    }

    @Test
    void anAbsentPartIsNoDevice() {
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessage("i2c-1 0x29 nothing answers");
        }
    }

    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0029/iio:device2"));
        Files.writeString(device.resolve("name"), "tsl2591\n");
        Files.writeString(device.resolve("in_illuminance_input"), "104.448000\n");
        Files.writeString(device.resolve("in_intensity_both_raw"), "1000\n");
        Files.writeString(device.resolve("in_intensity_ir_raw"), "200\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("illuminance").value()).isEqualTo(104.448);
            assertThat(measurement.value("infrared-ratio").value()).isEqualTo(0.2);
        }
    }

    /** Valid from the start, as the part says after each integration. */
    private FakeI2cPart part(String... counts) {
        FakeI2cPart part = FakeI2cPart.withRegisters()
                .registers(0xB2, "50")
                .registers(0xB3, "01")
                .reply("b4", counts);
        buses.with("i2c-1", 0x29, part);
        return part;
    }

    private Sensor open(Map<String, String> settings) {
        return Bench.open(DRIVER, settings, buses);
    }

    private String scan() {
        return DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x29)).orElse("");
    }
}
