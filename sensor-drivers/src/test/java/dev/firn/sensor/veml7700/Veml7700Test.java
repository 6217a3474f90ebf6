package dev.firn.sensor.veml7700;

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
import dev.firn.sensor.SettingConflict;
import dev.firn.telemetry.QualityFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Veml7700Test {

    private static final Veml7700Driver DRIVER = new Veml7700Driver();

    /** The configurations of the automatic ranges as they are written, low byte first. */
    private static final String SUN = "00 00 13";

    private static final String DAY = "00 00 10";
    private static final String ROOM = "00 00 00";
    private static final String DUSK = "00 40 08";
    private static final String NIGHT = "00 c0 08";

    private final FakeBuses buses = new FakeBuses();

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** eldruin/veml6030-rs, 322e774: 1480 counts; the last one with the correction. */
    @ParameterizedTest
    @CsvSource({
        "ONE, MS_100, 85.248, 0.001",
        "QUARTER, MS_100, 340.992, 0.001",
        "TWO, MS_800, 5.328, 0.001",
        "ONE, MS_50, 170.496, 0.001",
        "EIGHTH, MS_25, 3183.247, 0.01"
    })
    void convertsCountsToLux(Gain gain, IntegrationTime time, double lux, double error) {
        assertThat(new Veml7700Range(gain, time).lux(1480, 0.0036)).isCloseTo(lux, within(error));
    }

    @ParameterizedTest
    @CsvSource({"EIGHTH, true", "QUARTER, true", "ONE, false", "TWO, false"})
    void correctsBrightLightOnlyAtLowGains(Gain gain, boolean corrected) {
        Veml7700Range range = new Veml7700Range(gain, IntegrationTime.MS_25);
        double luxOfOne = 0.0036 * 64 / gain.factor();
        int bright = (int) (1500 / luxOfOne);
        int dim = (int) (900 / luxOfOne);
        assertThat(range.lux(bright, 0.0036) > bright * luxOfOne * 1.01).isEqualTo(corrected);
        assertThat(range.lux(dim, 0.0036)).isCloseTo(dim * luxOfOne, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "ONE, MS_100, 0000",
        "TWO, MS_200, 0840",
        "EIGHTH, MS_25, 1300",
        "QUARTER, MS_50, 1a00",
        "ONE, MS_400, 0080",
        "TWO, MS_800, 08c0"
    })
    void writesRangeAsBits(Gain gain, IntegrationTime time, String configuration) {
        assertThat(new Veml7700Range(gain, time).configuration()).isEqualTo(Integer.parseInt(configuration, 16));
    }

    @Test
    void identifiesThenSwitchesOnForOneMeasurement() {
        FakeI2cPart part = part("c8 05");
        try (Sensor sensor = open(fixed("1", "100ms"))) {
            Conversation.from(sensor.initialise());
            Conversation measurement = Conversation.from(sensor.measure());

            assertThat(part.written()).containsExactly("00 01 00", "03 00 00", "00 00 00", "00 01 00");
            assertThat(measurement.pauses()).isEqualTo(Duration.ofNanos(122_500_000));
            assertThat(measurement.value("illuminance").value()).isCloseTo(85.248, within(1e-9));
            assertThat(measurement.value("illuminance").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
        }
    }

    @Test
    void usesTheResolutionOfTheDataSheetUnlessTold() {
        part("c8 05");
        try (Sensor sensor = open(Map.of("gain", "2", "integration-time", "800ms"))) {
            assertThat(light(sensor).value()).isCloseTo(1480 * 0.0042, within(1e-9));
        }
    }

    @Test
    void findsTheRangeForDarknessAndStaysThere() {
        FakeI2cPart part = part("05 00", "0a 00", "50 00", "58 02", "58 02");
        try (Sensor sensor = open(Map.of())) {
            assertThat(light(sensor).value()).isCloseTo(600 * 0.0042, within(1e-9));
            assertThat(part.written())
                    .containsExactly(DAY, "00 01 10", ROOM, "00 01 00", DUSK, "00 41 08", NIGHT, "00 c1 08");
            light(sensor);
            assertThat(part.written()).hasSize(10).endsWith(NIGHT, "00 c1 08");
        }
    }

    @Test
    void goesDownAtOnceWhenItIsSaturatedAndOneRangeWhenItIsBright() {
        FakeI2cPart part = part("e8 03", "05 00", "f4 01", "ff ff", "f4 01");
        try (Sensor sensor = open(Map.of())) {
            assertThat(light(sensor).value()).isCloseTo(1000 * 0.0042 * 8 * 16, within(1e-9));
            light(sensor);
            light(sensor);
            assertThat(part.written())
                    .filteredOn(List.of(SUN, DAY, ROOM, DUSK, NIGHT)::contains)
                    .containsExactly(DAY, DAY, ROOM, ROOM, SUN);
        }
        FakeI2cPart bright = part("20 4e", "88 13");
        try (Sensor sensor = open(Map.of())) {
            light(sensor);
            assertThat(bright.written()).containsExactly(DAY, "00 01 10", SUN, "00 01 13");
        }
    }

    @Test
    void lightThatChangesFasterThanTheRangeEndsInAValueAllTheSame() {
        FakeI2cPart part = part("00 00", "ff ff", "00 00", "ff ff", "00 00");
        try (Sensor sensor = open(Map.of())) {
            assertThat(light(sensor).value()).isZero();
            assertThat(part.written()).hasSize(10);
        }
    }

    @Test
    void flagsSaturationAndWhatIsBeyondThePart() {
        part("ff ff");
        try (Sensor sensor = open(Map.of())) {
            assertThat(light(sensor).reason()).contains("at least that bright");
        }
        Measured tooBright = new Veml7700Range(Gain.EIGHTH, IntegrationTime.MS_25).measured(20_000, 0.0036);
        assertThat(tooBright.flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(tooBright.reason()).contains("brighter than the part can tell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 00", "ff ff", "00 00"})
    void countsOfAPartThatLostItsSettingsAreAFault(String configuration) {
        part("ff ff").reply("00", configuration);
        try (Sensor sensor = open(fixed("2", "800ms"))) {
            assertThatThrownBy(() -> light(sensor))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("instead of 0x08c0: it was without power");
        }
    }

    /** A TF-Luna can be at the same address. */
    @ParameterizedTest
    @ValueSource(strings = {"00 00", "ff ff", "4c 55"})
    void anotherPartIsRefusedBeforeAnythingIsWritten(String identity) {
        FakeI2cPart part = part("00 00").reply("07", identity);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("is not that of a VEML7700 (0x81)");
            assertThat(part.written()).isEmpty();
            assertThat(scan()).isEmpty();
        }
    }

    @Test
    void aScanRecognisesIt() {
        FakeI2cPart part = part("00 00");
        assertThat(scan()).isEqualTo("VEML7700 (identity 0xc481)");
        assertThat(part.written()).isEmpty();
    }

    @Test
    void anAbsentPartIsNoDevice() {
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessage("i2c-1 0x10 nothing answers");
        }
    }

    @Test
    void halfARangeIsAConflict() {
        assertThat(conflicts(Map.of("gain", "1/8")))
                .extracting(SettingConflict::cure)
                .containsExactly("add integration-time, or remove gain");
        assertThat(conflicts(Map.of("integration-time", "25ms")))
                .extracting(SettingConflict::cure)
                .containsExactly("add gain, or remove integration-time");
        assertThat(conflicts(Map.of())).isEmpty();
        assertThat(conflicts(fixed("1/8", "25ms"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"veml7700", "veml6030"})
    void readsWhatTheKernelsDriverSays(String name, @TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0010/iio:device1"));
        Files.writeString(device.resolve("name"), name + "\n");
        Files.writeString(device.resolve("in_illuminance_input"), "341.990000\n");
        Files.writeString(device.resolve("in_illuminance_raw"), "1480\n");
        Files.writeString(device.resolve("in_illuminance_scale"), "0.250000\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            assertThat(light(sensor).value()).isEqualTo(341.99);
        }
    }

    private FakeI2cPart part(String... counts) {
        FakeI2cPart part = FakeI2cPart.withRegisters().reply("07", "81 c4").reply("04", counts);
        buses.with("i2c-1", 0x10, part);
        return part;
    }

    private Sensor open(Map<String, String> settings) {
        return Bench.open(DRIVER, settings, buses);
    }

    private String scan() {
        return DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x10)).orElse("");
    }

    private static Measured light(Sensor sensor) {
        return Conversation.from(sensor.measure()).value("illuminance");
    }

    private static List<SettingConflict> conflicts(Map<String, String> settings) {
        return DRIVER.conflicts(Bench.settings(DRIVER, settings));
    }

    private static Map<String, String> fixed(String gain, String time) {
        return Map.of("gain", gain, "integration-time", time, "resolution", "0.0036");
    }
}
