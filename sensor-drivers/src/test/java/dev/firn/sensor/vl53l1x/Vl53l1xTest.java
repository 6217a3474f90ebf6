package dev.firn.sensor.vl53l1x;

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

/**
 * There is no public recording of this part's bytes: the results here are made up from the register map, and the
 * sequence is that of the manufacturer's driver.
 */
class Vl53l1xTest {

    private static final Vl53l1xDriver DRIVER = new Vl53l1xDriver();

    private static final String SETTINGS = "00 2d"
            + " 00 00 00 01 02 00 02 08 00 08 10 01 01 00 00 00 00 ff 00 0f 00 00 00 00 00 20 0b 00 00 02 0a 21"
            + " 00 00 05 00 00 00 00 c8 00 00 38 ff 01 00 08 00 00 01 cc 0f 01 f1 0d 01 68 00 80 08 b8 00 00 00"
            + " 00 0f 89 00 00 00 00 00 00 00 01 0f 0d 0e 0e 00 00 02 c7 ff 9b 00 00 00 01 00 00";

    private final FakeBuses buses = new FakeBuses();
    private final FakeI2cPart part = FakeI2cPart.withCommands()
            .reply("00 e5", "00", "03")
            .reply("01 0f", "ea cc")
            .reply("00 30", "01 02", "01 03")
            .reply("00 de", "01 f4")
            .reply("00 89", result(0x09, 500))
            .reply("c0", "00");

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    @Test
    void waitsForTheBootThenLoadsSettingsAndLetsItFindItsVoltage() {
        try (Sensor sensor = open(Map.of())) {
            Conversation.from(sensor.initialise());
            assertThat(part.written())
                    .containsExactly(
                            SETTINGS,
                            "00 87 40",
                            "00 86 01",
                            "00 87 00",
                            "00 08 09",
                            "00 0b 00",
                            "00 4b 0a",
                            "00 60 0f",
                            "00 63 0d",
                            "00 69 b8",
                            "00 78 0f 0d",
                            "00 7a 0e 0e",
                            "00 5e 01 cc",
                            "00 61 01 ea",
                            "00 6c 00 00 dc 75");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "short, 15, 00 1d, 00 27",
        "short, 20, 00 51, 00 6e",
        "short, 33, 00 d6, 00 6e",
        "short, 50, 01 ae, 01 e8",
        "short, 100, 02 e1, 03 88",
        "short, 200, 03 e1, 04 96",
        "short, 500, 05 91, 05 c1",
        "long, 20, 00 1e, 00 22",
        "long, 33, 00 60, 00 6e",
        "long, 50, 00 ad, 00 c6",
        "long, 100, 01 cc, 01 ea",
        "long, 200, 02 d9, 02 f8",
        "long, 500, 04 8f, 04 a4"
    })
    void setsTheTimingBudgetOfTheMode(String mode, String budget, String first, String second) {
        try (Sensor sensor = open(Map.of("distance-mode", mode, "timing-budget-ms", budget))) {
            Conversation.from(sensor.initialise());
            assertThat(part.written()).contains("00 5e " + first, "00 61 " + second);
            assertThat(part.written()).contains(mode.equals("short") ? "00 78 07 05" : "00 78 0f 0d");
        }
    }

    @Test
    void measuresTwiceAndTakesTheSecond() {
        try (Sensor sensor = open(Map.of())) {
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(part.written()).containsExactly("00 87 40", "00 86 01", "00 86 01", "00 87 00");
            assertThat(measured.pauses()).hasMillis(205);
            assertThat(measured.values()).containsExactly(Measured.of(Quantity.DISTANCE, 0.5));
        }
    }

    @Test
    void anInterruptThatIsActiveLowIsReadyWhenLow() {
        part.reply("00 30", "11 03", "11 02");
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.measure()).value("distance").value())
                    .isEqualTo(0.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "09, NOT_EVALUATED, ''",
        "29, NOT_EVALUATED, ''",
        "08, SUSPECT, nearer",
        "06, SUSPECT, uncertain",
        "04, MISSING, no target",
        "05, MISSING, range",
        "07, MISSING, farther",
        "0d, MISSING, status 13"
    })
    void statusSaysWhatTheDistanceIsWorth(String status, QualityFlag flag, String reason) {
        byte[] result = FakeI2cPart.bytes(result(Integer.parseInt(status, 16), 1234));
        Measured distance = Vl53l1xResult.distance(result);
        assertThat(distance.flag()).isEqualTo(flag);
        assertThat(distance.reason()).contains(reason);
        if (flag != QualityFlag.MISSING) {
            assertThat(distance.value()).isCloseTo(1.234, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17})
    void aFaultOfItsOwnIsAFault(int status) {
        byte[] result = FakeI2cPart.bytes(result(status, 1234));
        assertThatThrownBy(() -> Vl53l1xResult.distance(result))
                .isInstanceOf(SensorFaultException.class)
                .hasMessageEndingWith("status " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff"})
    void blankResultIsAFault(String value) {
        part.reply("00 89", value.repeat(Vl53l1xResult.LENGTH));
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(() -> Conversation.from(sensor.measure()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("blank");
        }
    }

    @Test
    void anotherPartIsRefusedBeforeAnythingIsWritten() {
        part.reply("01 0f", "ee aa");
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(() -> Conversation.from(sensor.initialise()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("identity 0xeeaa is not that of a VL53L1X (0xeacc)");
            assertThat(part.written()).isEmpty();
        }
    }

    @Test
    void pollingEndsWhereItNeverBoots() {
        part.reply("00 e5", "00");
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(() -> Conversation.from(sensor.initialise()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("not ready after a second");
        }
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = Bench.open(DRIVER, Map.of(), buses)) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessage("i2c-1 0x29 nothing answers");
        }
    }

    @Test
    void theShortestBudgetIsForTheShortModeOnly() {
        assertThat(DRIVER.conflicts(Bench.settings(DRIVER, Map.of("timing-budget-ms", "15"))))
                .extracting(SettingConflict::key)
                .containsExactly("timing-budget-ms");
        assertThat(DRIVER.conflicts(Bench.settings(DRIVER, Map.of("timing-budget-ms", "15", "distance-mode", "short"))))
                .isEmpty();
    }

    @Test
    void aScanRecognisesItAndLeavesItsForerunnerAlone() {
        buses.with("i2c-1", 0x29, part);
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x29)))
                .contains("VL53L1X (identity 0xeacc)");

        FakeI2cPart forerunner = FakeI2cPart.withCommands().reply("c0", "ee");
        buses.with("i2c-2", 0x29, forerunner);
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-2", 0x29)))
                .isEmpty();
    }

    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0029/iio:device0"));
        Files.writeString(device.resolve("name"), "vl53l1x\n");
        Files.writeString(device.resolve("in_distance_raw"), "2345\n");
        Files.writeString(device.resolve("in_distance_scale"), "0.001\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            assertThat(Conversation.from(sensor.measure()).value("distance").value())
                    .isCloseTo(2.345, within(1e-9));
        }
    }

    private static String result(int status, int millimetres) {
        return "%02x 00 01 10 00 00 00 00 20 00 00 00 00 %02x %02x 04 00"
                .formatted(status, millimetres >> 8, millimetres & 0xFF);
    }

    private Sensor open(Map<String, String> settings) {
        buses.with("i2c-1", 0x29, part);
        return Bench.open(DRIVER, settings, buses);
    }
}
