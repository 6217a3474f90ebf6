package dev.firn.sensor.adxl345;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeI2cPart;
import dev.firn.bus.Words;
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

class Adxl345Test {

    private static final Adxl345Driver DRIVER = new Adxl345Driver();

    private final FakeBuses buses = new FakeBuses();
    private final FakeI2cPart part = FakeI2cPart.withRegisters().registers(0x00, "e5");

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** aeraterta/adxl345: bytes of a part set to the left, 10 bits; Firn's are the same counts set to the right. */
    @ParameterizedTest
    @CsvSource({"40 fc, -15, -0.06", "fd fd, -9, -0.04", "80 3a, 234, 0.91"})
    void convertsCountsToGravities(String leftJustified, int counts, double gravities) {
        byte[] axis = FakeI2cPart.bytes(leftJustified);
        assertThat(Words.s16LittleEndian(axis, 0) >> 6).isEqualTo(counts);
        assertThat(Adxl345Counts.gravities(counts)).isCloseTo(gravities, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"2, 31 08", "4, 31 09", "8, 31 0a", "16, 31 0b"})
    void setsRangeRateAndMeasuring(String range, String format) {
        try (Sensor sensor = open(Map.of("acceleration-range", range))) {
            assertThat(Conversation.from(sensor.initialise()).pauses()).hasMillis(20);
            assertThat(part.written()).containsExactly(format, "2c 0a", "2d 08");
        }
    }

    @Test
    void measuresAttitude() {
        part.registers(0x32, "f1 ff f7 ff ea 00");
        try (Sensor sensor = open(Map.of())) {
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("acceleration-x").value()).isCloseTo(-0.5737, within(1e-4));
            assertThat(measured.value("acceleration-y").value()).isCloseTo(-0.3442, within(1e-4));
            assertThat(measured.value("acceleration-z").value()).isCloseTo(8.9495, within(1e-4));
            assertThat(measured.value("pitch").value()).isCloseTo(3.665, within(0.001));
            assertThat(measured.value("roll").value()).isCloseTo(-2.203, within(0.001));
            assertThat(measured.value("slope").value()).isCloseTo(4.275, within(0.001));
            assertThat(measured.values())
                    .extracting(value -> value.quantity())
                    .containsExactlyElementsOf(DRIVER.quantities(Bench.settings(DRIVER, Map.of())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ff 01 00 00 00 01, 2, SUSPECT",
        "00 fe 00 00 00 01, 2, SUSPECT",
        "ff 01 00 00 00 01, 16, NOT_EVALUATED",
        "00 00 ff 0f 00 01, 16, SUSPECT",
        "fe 01 00 00 00 01, 2, NOT_EVALUATED"
    })
    void endOfTheRangeIsSuspect(String sample, String range, QualityFlag flag) {
        part.registers(0x32, sample);
        try (Sensor sensor = open(Map.of("acceleration-range", range))) {
            assertThat(Conversation.from(sensor.measure())
                            .value("acceleration-x")
                            .flag())
                    .isEqualTo(flag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00 00 00 00 00", "ff ff ff ff ff ff"})
    void blankSampleIsAFault(String sample) {
        part.registers(0x32, sample);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("blank");
        }
    }

    @Test
    void frozenAtAnImpossibleSampleIsAFault() {
        part.registers(0x32, "10 00 10 00 10 00");
        long[] now = {0};
        buses.with("i2c-1", 0x53, part);
        try (Sensor sensor = new Adxl345Sensor(buses.i2c("i2c-1", 0x53), 2, () -> now[0])) {
            Conversation.from(sensor.measure());
            now[0] = 1_500_000_000L;
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("frozen");
        }
    }

    @Test
    void anotherPartIsRefused() {
        part.registers(0x00, "e4");
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("identity 0xe4 is not that of a ADXL345 (0xe5)");
            assertThat(part.written()).isEmpty();
        }
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = Bench.open(DRIVER, Map.of("address", "0x1d"), buses)) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessage("i2c-1 0x1d nothing answers");
        }
    }

    @Test
    void aScanRecognisesItByItsIdentity() {
        buses.with("i2c-1", 0x53, part);
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x53)))
                .contains("ADXL345 (identity 0xe5)");
    }

    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0053/iio:device0"));
        Files.writeString(device.resolve("name"), "adxl345\n");
        Files.writeString(device.resolve("in_accel_x_raw"), "0\n");
        Files.writeString(device.resolve("in_accel_y_raw"), "128\n");
        Files.writeString(device.resolve("in_accel_z_raw"), "222\n");
        Files.writeString(device.resolve("in_accel_scale"), "0.038300\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("acceleration-y").value()).isCloseTo(4.9024, within(1e-9));
            assertThat(measured.value("roll").value()).isCloseTo(30, within(0.05));
        }
    }

    private Sensor open(Map<String, String> settings) {
        buses.with("i2c-1", 0x53, part);
        return Bench.open(DRIVER, settings, buses);
    }
}
