package dev.firn.sensor.mpu6050;

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

class Mpu6050Test {

    private static final Mpu6050Driver DRIVER = new Mpu6050Driver();

    /** Level, 21 °C, turning 10 degrees a second to the left. */
    private static final String LEVEL = "00 00 00 00 40 00 eb 60 00 00 00 00 05 1e";

    private final FakeBuses buses = new FakeBuses();
    private final FakeI2cPart part = FakeI2cPart.withRegisters().registers(0x75, "68");

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** The first: barafael/mpu6050-dmp-rs. */
    @ParameterizedTest
    @CsvSource({
        "81 f0, 2, -32272, -1.96973",
        "40 00, 2, 16384, 1",
        "20 00, 4, 8192, 1",
        "10 00, 8, 4096, 1",
        "08 00, 16, 2048, 1"
    })
    void convertsCountsToGravities(String axis, int range, int counts, double gravities) {
        byte[] sample = FakeI2cPart.bytes(axis + "00 00 00 00 00 00 00 00 00 00 00 00");
        assertThat(new Mpu6050Motion(range, 250).acceleration(sample).x() / 9.80665)
                .isCloseTo(gravities, within(1e-5))
                .isCloseTo(counts * range / 32_768.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"131, 250", "65.5, 500", "32.8, 1000", "16.4, 2000"})
    void convertsCountsToAngularRate(double countsPerDegree, int range) {
        assertThat(new Mpu6050Motion(2, range).rate(10_000))
                .isCloseTo(Math.toRadians(10_000 / countsPerDegree), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 36.53", "-5280, 21.0006", "340, 37.53"})
    void convertsCountsToTemperature(int raw, double celsius) {
        assertThat(Mpu6050Motion.celsius(raw)).isCloseTo(celsius, within(1e-4));
    }

    @Test
    void resetsWakesSetsUpThenReadsOneBurst() {
        part.registers(0x3B, LEVEL);
        try (Sensor sensor = open(Map.of("acceleration-range", "4", "rate-range", "1000"))) {
            Conversation start = Conversation.from(sensor.initialise());
            assertThat(part.written()).containsExactly("6b 80", "6b 01", "19 09", "1a 03", "1b 10", "1c 08");
            assertThat(start.pauses()).hasMillis(150);
        }
    }

    @Test
    void measuresAttitudeRateAndTemperature() {
        part.registers(0x3B, LEVEL);
        try (Sensor sensor = open(Map.of())) {
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());

            assertThat(measured.values())
                    .extracting(value -> value.quantity())
                    .containsExactlyElementsOf(DRIVER.quantities(Bench.settings(DRIVER, Map.of())));
            assertThat(measured.value("acceleration-z").value()).isCloseTo(9.80665, within(1e-9));
            assertThat(measured.value("slope").value()).isZero();
            assertThat(measured.value("sensor-temperature").value()).isCloseTo(21, within(0.001));
            assertThat(measured.value("angular-rate-z").value()).isCloseTo(Math.toRadians(10), within(1e-9));
            assertThat(measured.values()).allMatch(value -> value.flag() == QualityFlag.NOT_EVALUATED);
        }
    }

    @Test
    void steepClimbIsPitch() {
        part.registers(0x3B, "e0 00 00 00 37 6d 00 00 00 00 00 00 00 00");
        try (Sensor sensor = open(Map.of())) {
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("pitch").value()).isCloseTo(30, within(0.01));
            assertThat(measured.value("roll").value()).isZero();
            assertThat(measured.value("slope").value()).isCloseTo(30, within(0.01));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7f ff 00 00 40 00 00 00 00 00 00 00 00 00, acceleration-x",
        "00 00 00 00 40 00 00 00 80 00 00 00 00 00, angular-rate-x"
    })
    void endOfARangeIsSuspect(String sample, String quantity) {
        part.registers(0x3B, sample);
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.measure()).value(quantity))
                    .satisfies(value -> assertThat(value.flag()).isEqualTo(QualityFlag.SUSPECT))
                    .satisfies(value -> assertThat(value.reason()).contains("at the end of its range"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 00 00 00 00 00 00 00 00 00 00 00 00 00",
                "ff ff ff ff ff ff ff ff ff ff ff ff ff ff",
                "00 00 00 00 00 00 eb 60 00 00 00 00 00 00"
            })
    void blankSampleIsAFault(String sample) {
        part.registers(0x3B, sample);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("blank");
        }
    }

    @Test
    void frozenAtAnImpossibleSampleIsAFault() {
        part.registers(0x3B, "70 00 00 00 70 00 00 00 00 00 00 00 00 00");
        long[] now = {0};
        buses.with("i2c-1", 0x68, part);
        try (Sensor sensor = new Mpu6050Sensor(buses.i2c("i2c-1", 0x68), new Mpu6050Motion(2, 250), () -> now[0])) {
            Conversation.from(sensor.measure());
            now[0] = 1_500_000_000L;
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("frozen");
        }
    }

    @Test
    void anotherPartIsRefused() {
        part.registers(0x75, "70");
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("identity 0x70 is not that of a MPU-6050 (0x68)");
            assertThat(part.written()).isEmpty();
        }
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = Bench.open(DRIVER, Map.of("address", "0x69"), buses)) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessage("i2c-1 0x69 nothing answers");
        }
    }

    @Test
    void aScanRecognisesItByItsIdentity() {
        buses.with("i2c-1", 0x68, part);
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x68)))
                .contains("MPU-6050 (identity 0x68)");
        part.registers(0x75, "00");
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x68)))
                .isEmpty();
    }

    /** The kernel's inv_mpu6050 has one scale for all axes. */
    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/i2c/devices/1-0068/iio:device0"));
        write(device, "name", "mpu6050");
        write(device, "in_accel_x_raw", "-8192");
        write(device, "in_accel_y_raw", "0");
        write(device, "in_accel_z_raw", "14189");
        write(device, "in_accel_scale", "0.000598");
        write(device, "in_anglvel_x_raw", "0");
        write(device, "in_anglvel_y_raw", "0");
        write(device, "in_anglvel_z_raw", "1000");
        write(device, "in_anglvel_scale", "0.001064724");
        write(device, "in_temp_raw", "-5280");
        write(device, "in_temp_offset", "12420");
        write(device, "in_temp_scale", "2.941176");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"))) {
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("acceleration-x").value()).isCloseTo(-4.899, within(0.001));
            assertThat(measured.value("pitch").value()).isCloseTo(30, within(0.01));
            assertThat(measured.value("angular-rate-z").value()).isCloseTo(1.0647, within(1e-4));
            assertThat(measured.value("sensor-temperature").value()).isCloseTo(21, within(0.01));
        }
    }

    private static void write(Path device, String file, String text) throws IOException {
        Files.writeString(device.resolve(file), text + "\n");
    }

    private Sensor open(Map<String, String> settings) {
        buses.with("i2c-1", 0x68, part);
        return Bench.open(DRIVER, settings, buses);
    }
}
