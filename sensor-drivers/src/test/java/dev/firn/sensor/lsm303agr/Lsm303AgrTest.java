package dev.firn.sensor.lsm303agr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Lsm303AgrTest {

    private static final Lsm303AgrDriver DRIVER = new Lsm303AgrDriver();

    private final FakeBuses buses = new FakeBuses();
    private final FakeI2cPart part = FakeI2cPart.withRegisters().registers(0x0F, "33");

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** The first three: eldruin/lsm303agr-rs. At ±16 g a count of 12 bits is 12 mg: data sheet, table 3. */
    @ParameterizedTest
    @CsvSource({
        "10 20 30 40 50 60, HIGH, 2, 513, 1027, 1541",
        "10 20 30 40 50 60, NORMAL, 2, 512, 1024, 1540",
        "10 20 30 40 50 60, LOW_POWER, 2, 512, 1024, 1536",
        "10 20 30 40 50 60, HIGH, 4, 1026, 2054, 3082",
        "10 20 30 40 50 60, HIGH, 8, 2052, 4108, 6164",
        "10 20 30 40 50 60, HIGH, 16, 6156, 12324, 18492",
        "f0 ff 00 80 00 c0, HIGH, 2, -1, -2048, -1024"
    })
    void convertsCountsToThousandthsOfG(
            String bytes, Lsm303AgrCounts.Resolution resolution, int range, int x, int y, int z) {
        byte[] sample = FakeI2cPart.bytes(bytes);
        Lsm303AgrCounts counts = new Lsm303AgrCounts(resolution, range);
        assertThat(counts.milligravities(sample, 0)).isEqualTo(x);
        assertThat(counts.milligravities(sample, 1)).isEqualTo(y);
        assertThat(counts.milligravities(sample, 2)).isEqualTo(z);
    }

    @ParameterizedTest
    @CsvSource({
        "high, 2, 20 57, 23 88",
        "high, 4, 20 57, 23 98",
        "high, 16, 20 57, 23 b8",
        "normal, 2, 20 57, 23 80",
        "low-power, 8, 20 5f, 23 a0"
    })
    void setsRateResolutionAndRange(String resolution, String range, String control1, String control4) {
        try (Sensor sensor = open(Map.of("resolution", resolution, "acceleration-range", range))) {
            assertThat(Conversation.from(sensor.initialise()).pauses()).hasMillis(80);
            assertThat(part.written()).containsExactly(control1, control4);
        }
    }

    @Test
    void measuresAttitude() {
        part.registers(0xA8, "00 00 40 1f 20 36");
        try (Sensor sensor = open(Map.of())) {
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("acceleration-y").value()).isCloseTo(4.9033, within(1e-4));
            assertThat(measured.value("acceleration-z").value()).isCloseTo(8.4926, within(1e-4));
            assertThat(measured.value("roll").value()).isCloseTo(30, within(0.01));
            assertThat(measured.value("slope").value()).isCloseTo(30, within(0.01));
            assertThat(measured.values())
                    .extracting(value -> value.quantity())
                    .containsExactlyElementsOf(DRIVER.quantities(Bench.settings(DRIVER, Map.of())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "f0 7f 00 00 00 40, high, SUSPECT",
        "00 80 00 00 00 40, high, SUSPECT",
        "e0 7f 00 00 00 40, high, NOT_EVALUATED",
        "00 7f 00 00 00 40, low-power, SUSPECT"
    })
    void endOfTheRangeIsSuspect(String sample, String resolution, QualityFlag flag) {
        part.registers(0xA8, sample);
        try (Sensor sensor = open(Map.of("resolution", resolution))) {
            assertThat(Conversation.from(sensor.measure())
                            .value("acceleration-x")
                            .flag())
                    .isEqualTo(flag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00 00 00 00 00", "ff ff ff ff ff ff"})
    void blankSampleIsAFault(String sample) {
        part.registers(0xA8, sample);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("blank");
        }
    }

    @Test
    void frozenAtAnImpossibleSampleIsAFault() {
        part.registers(0xA8, "00 01 00 01 00 01");
        long[] now = {0};
        buses.with("i2c-1", 0x19, part);
        try (Sensor sensor = new Lsm303AgrSensor(
                buses.i2c("i2c-1", 0x19), new Lsm303AgrCounts(Lsm303AgrCounts.Resolution.HIGH, 2), () -> now[0])) {
            Conversation.from(sensor.measure());
            now[0] = 1_500_000_000L;
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("frozen");
        }
    }

    @Test
    void anotherPartIsRefused() {
        part.registers(0x0F, "32");
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("identity 0x32 is not that of a LSM303AGR (0x33)");
            assertThat(part.written()).isEmpty();
        }
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = Bench.open(DRIVER, Map.of(), buses)) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessage("i2c-1 0x19 nothing answers");
        }
    }

    @Test
    void aScanRecognisesItByItsIdentity() {
        buses.with("i2c-1", 0x19, part);
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x19)))
                .contains("LSM303AGR (identity 0x33)");
    }

    /** The kernel's st_accel has a scale for each axis. */
    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0019/iio:device0"));
        Files.writeString(device.resolve("name"), "lsm303agr_accel\n");
        for (String axis : new String[] {"x", "y", "z"}) {
            Files.writeString(device.resolve("in_accel_" + axis + "_raw"), axis.equals("z") ? "1000\n" : "0\n");
            Files.writeString(device.resolve("in_accel_" + axis + "_scale"), "0.009806\n");
        }
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("acceleration-z").value()).isCloseTo(9.806, within(1e-9));
            assertThat(measured.value("slope").value()).isZero();
        }
    }

    private Sensor open(Map<String, String> settings) {
        buses.with("i2c-1", 0x19, part);
        return Bench.open(DRIVER, settings, buses);
    }
}
