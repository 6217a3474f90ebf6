package dev.firn.sensor.amg8833;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Amg8833Test {

    private static final Amg8833Driver DRIVER = new Amg8833Driver();
    private static final String SNOW = "ec 0f ".repeat(64);

    private final FakeBuses buses = new FakeBuses();
    private final FakeI2cPart part =
            FakeI2cPart.withRegisters().registers(0x0E, "90 01").registers(0x80, SNOW);

    @AfterEach
    void unplug() {
        buses.close();
    }

    @ParameterizedTest
    @CsvSource({"90 01, 25", "ff 07, 127.9375", "04 08, -0.25", "00 00, 0"})
    void thermistorHasASignBit(String bytes, double celsius) {
        assertThat(Amg8833Words.thermistor(FakeI2cPart.bytes(bytes))).isEqualTo(celsius);
    }

    @ParameterizedTest
    @CsvSource({"64 00, 25", "9c 0f, -25", "ff 0f, -0.25", "ff 07, 511.75", "00 08, -512", "00 00, 0"})
    void pixelsAreTwosComplement(String bytes, double celsius) {
        assertThat(Amg8833Words.pixel(FakeI2cPart.bytes("00 00" + bytes), 1)).isEqualTo(celsius);
    }

    @Test
    void wakesThePartAndLetsItSettle() {
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.initialise()).pauses()).isEqualTo(Duration.ofMillis(252));
            assertThat(part.written()).containsExactly("00 00", "01 3f", "01 30", "02 00", "03 00");
        }
    }

    @Test
    void seesWhoComesAndStays() {
        try (Sensor sensor = open(Map.of())) {
            Conversation.from(sensor.initialise());
            assertThat(Conversation.from(sensor.measure()).values())
                    .containsExactly(
                            Measured.of(Quantity.SENSOR_TEMPERATURE, 25),
                            Measured.of(Quantity.PEOPLE_IN, 0),
                            Measured.of(Quantity.PEOPLE_OUT, 0),
                            Measured.of(Quantity.PEOPLE_PRESENT, 0));
            body(2);
            assertThat(Conversation.from(sensor.measure())
                            .value("people-present")
                            .value())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"pixel-8, 1, 0", "pixel-1, 0, 1"})
    void countsWhoWalksAcrossBetweenTwoReadings(String inTowards, int in, int out) {
        try (Sensor sensor = open(Map.of("in-towards", inTowards))) {
            assertThat(sensor.attendEvery()).contains(Duration.ofMillis(100));
            sensor.attend();
            for (int column = 0; column < 7; column++) {
                body(column);
                sensor.attend();
            }
            part.registers(0x80, SNOW);
            Conversation measurement = Conversation.from(sensor.measure());
            assertThat(measurement.value("people-in").value()).isEqualTo(in);
            assertThat(measurement.value("people-out").value()).isEqualTo(out);
            assertThat(measurement.value("people-present").value()).isZero();
        }
    }

    /** A body 1.5 K above the snow. */
    @ParameterizedTest
    @CsvSource({"2.0, 0", "1.5, 1"})
    void howMuchWarmerPeopleAreIsASetting(double warmer, int present) {
        try (Sensor sensor = open(Map.of("delta-t-k", String.valueOf(warmer)))) {
            sensor.attend();
            part.registers(0x80 + 2 * 18, "f2 0f f2 0f");
            assertThat(Conversation.from(sensor.measure())
                            .value("people-present")
                            .value())
                    .isEqualTo(present);
        }
    }

    @ParameterizedTest
    @CsvSource({"00 00", "ff ff"})
    void blankFrameIsAFault(String word) {
        part.registers(0x80, word.repeat(64));
        try (Sensor sensor = open(Map.of())) {
            assertThatExceptionOfType(SensorFaultException.class)
                    .isThrownBy(sensor::measure)
                    .withMessageContaining("does not measure");
        }
    }

    @Test
    void absentPartIsNoDevice() {
        part.present(false);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE))
                    .hasMessage("i2c-1 0x69 nothing answers");
        }
    }

    /** Two pixels of 10 °C in row 2, in front of snow of -5 °C. */
    private void body(int column) {
        part.registers(0x80, SNOW).registers(0x80 + 2 * (2 * 8 + column), "28 00 28 00");
    }

    private Sensor open(Map<String, String> settings) {
        return Bench.open(DRIVER, settings, buses.with("i2c-1", 0x69, part));
    }
}
