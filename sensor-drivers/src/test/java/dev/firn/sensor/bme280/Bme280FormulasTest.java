package dev.firn.sensor.bme280;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.bme280.Bme280Calibration.Humidity;
import dev.firn.sensor.bme280.Bme280Calibration.Pressure;
import dev.firn.sensor.bme280.Bme280Calibration.Temperature;
import dev.firn.telemetry.QualityFlag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Bme280FormulasTest {

    /** Captured from a real part: claudiomattera/bme280-rs, 2e55f48. */
    static final String FIRST = "b1 6f 2e 6a 32 00 e2 8f 0a d7 d0 0b 75 1f c5 ff f9 ff ac 26 0a d8 bd 10 00 4b";

    static final String SECOND = "77 01 00 12 20 03 1e";

    /** The same part's registers from 0xF7: pressure 0x4F570, temperature 0x84510, humidity 0x5EB4. */
    static final String DATA = "4f 57 00 84 51 00 5e b4";

    private static final Bme280Calibration CAPTURED = calibration(FIRST, SECOND);

    /** Bosch BMP280 data sheet, section 3.12. */
    private static final Temperature EXAMPLE_TEMPERATURE = new Temperature(27504, 26435, -1000);

    private static final Pressure EXAMPLE_PRESSURE =
            new Pressure(36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000);

    @Test
    void readsCapturedCalibration() {
        assertThat(CAPTURED.temperature()).isEqualTo(new Temperature(28593, 27182, 50));
        assertThat(CAPTURED.pressure()).isEqualTo(new Pressure(36834, -10486, 3024, 8053, -59, -7, 9900, -10230, 4285));
        assertThat(CAPTURED.humidity()).contains(new Humidity(75, 375, 0, 288, 50, 30));
    }

    @Test
    void readsNegativeHalfBytesOfHumidity() {
        Bme280Calibration calibration = calibration(FIRST, "ff ff ff 80 f1 80 80");
        assertThat(calibration.humidity()).contains(new Humidity(75, -1, 255, -2047, -2033, -128));
    }

    @Test
    void computesCapturedMeasurementToTheLastBit() {
        int fine = CAPTURED.temperature().fine(0x84510);
        assertThat(fine).isEqualTo(0x22391);
        assertThat(Temperature.hundredths(fine)).isEqualTo(2738);
        assertThat(CAPTURED.pressure().pascal256ths(fine, 0x4F570)).isEqualTo(0x018B663F);
        assertThat(CAPTURED.humidity().orElseThrow().percent1024ths(fine, 0x5EB4))
                .isEqualTo(0x8399);
    }

    @Test
    void computesDataSheetsExampleToTheLastBit() {
        int fine = EXAMPLE_TEMPERATURE.fine(519_888);
        assertThat(fine).isEqualTo(128_422);
        assertThat(Temperature.hundredths(fine)).isEqualTo(2508);
        assertThat(EXAMPLE_PRESSURE.pascal256ths(fine, 415_148)).isEqualTo(25_767_233);
        assertThat(Bme280Air.pascal(25_767_233)).isCloseTo(100_653.25, within(0.01));
    }

    /** The kernel's drivers/iio/pressure/bmp280-core.c, comments on the formats. */
    @Test
    void readsFixedPointFormats() {
        assertThat(Bme280Air.percent(47_445)).isCloseTo(46.333, within(0.001));
        assertThat(Bme280Air.celsius(5123)).isEqualTo(51.23);
        assertThat(Bme280Air.pascal(24_674_867)).isCloseTo(96_386.2, within(0.05));
    }

    /** A test in a public repository (saph). */
    @Test
    void computesTemperatureOfAnotherPart() {
        int fine = new Temperature(28_417, 26_721, 50).fine(523_407);
        assertThat(Temperature.hundredths(fine)).isEqualTo(2189);
    }

    /** The data sheet's double formulas, section 8.1, are another way to the same. */
    @ParameterizedTest
    @ValueSource(ints = {0x58000, 0x64000, 0x70000, 0x7A000, 0x84510, 0x90000})
    void agreesWithDoubleFormulas(int counts) {
        int fine = CAPTURED.temperature().fine(counts);
        double fineAsDouble = DoubleFormulas.fine(counts, CAPTURED.temperature());
        assertThat((double) fine).isCloseTo(fineAsDouble, within(4.0));
        assertThat(Bme280Air.celsius(Temperature.hundredths(fine))).isCloseTo(fineAsDouble / 5120, within(0.006));
        assertThat(Bme280Air.pascal(CAPTURED.pressure().pascal256ths(fine, 0x4F570)))
                .isCloseTo(DoubleFormulas.pascal(fineAsDouble, 0x4F570, CAPTURED.pressure()), within(1.0));
        Humidity humidity = CAPTURED.humidity().orElseThrow();
        assertThat(Bme280Air.percent(humidity.percent1024ths(fine, 0x5EB4)))
                .isCloseTo(DoubleFormulas.percent(fineAsDouble, 0x5EB4, humidity), within(0.02));
    }

    @Test
    void cutsHumidityOffAtItsEndsAsTheDataSheetDoes() {
        Humidity humidity = CAPTURED.humidity().orElseThrow();
        assertThat(humidity.percent1024ths(0x22391, 0xFFFF)).isEqualTo(100 * 1024);
        assertThat(humidity.percent1024ths(0x22391, 0x0000)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff"})
    void refusesBlankCalibration(String blank) {
        String first = blank.repeat(24) + "00 4b";
        assertThatThrownBy(() -> calibration(first, SECOND))
                .isInstanceOf(SensorFaultException.class)
                .hasMessageContaining("calibration is blank");
        assertThatThrownBy(() -> calibration(FIRST, blank.repeat(7)))
                .isInstanceOf(SensorFaultException.class)
                .hasMessageContaining("calibration is blank");
    }

    @Test
    void refusesCalibrationThatDividesByZero() {
        Pressure broken = new Pressure(0, -10486, 3024, 8053, -59, -7, 9900, -10230, 4285);
        assertThatThrownBy(() -> broken.pascal256ths(0x22391, 0x4F570))
                .isInstanceOf(SensorFaultException.class)
                .hasMessageContaining("divides by zero");
    }

    @ParameterizedTest
    @CsvSource({
        "80 00 00 84 51 00 5e b4, air-pressure",
        "4f 57 00 84 51 00 80 00, relative-humidity",
    })
    void whatIsSkippedIsMissing(String data, String skipped) {
        List<Measured> values = Bme280Air.measured(FakeI2cPart.bytes(data), CAPTURED);
        assertThat(values).hasSize(3);
        assertThat(values)
                .filteredOn(value -> value.flag() == QualityFlag.MISSING)
                .extracting(value -> value.quantity().name())
                .containsExactly(skipped);
    }

    @Test
    void withoutTemperatureEverythingIsMissing() {
        List<Measured> values = Bme280Air.measured(FakeI2cPart.bytes("80 00 00 80 00 00 80 00"), CAPTURED);
        assertThat(values).extracting(Measured::quantity).containsExactlyElementsOf(Bme280Part.BME280.quantities());
        assertThat(values).allMatch(value -> value.flag() == QualityFlag.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff"})
    void blankValuesAreAFault(String blank) {
        assertThatThrownBy(() -> Bme280Air.measured(FakeI2cPart.bytes(blank.repeat(8)), CAPTURED))
                .isInstanceOf(SensorFaultException.class)
                .hasMessageContaining("blank");
    }

    @ParameterizedTest
    @CsvSource({"-40, NOT_EVALUATED", "-40.01, SUSPECT", "85, NOT_EVALUATED", "85.01, SUSPECT"})
    void doubtsTemperatureOutsideOfRange(double celsius, QualityFlag flag) {
        assertThat(Bme280Air.temperature(celsius).flag()).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource({"30000, NOT_EVALUATED", "29999, SUSPECT", "110000, NOT_EVALUATED", "110001, SUSPECT"})
    void doubtsPressureOutsideOfRange(double pascal, QualityFlag flag) {
        assertThat(Bme280Air.pressure(pascal).flag()).isEqualTo(flag);
    }

    /** Data sheet, section 9.1: 9.3 ms at the least; the BMP280's is without the humidity's 2.875 ms. */
    @ParameterizedTest
    @CsvSource({"1, BME280, 9300", "1, BMP280, 6425", "16, BME280, 112800"})
    void waitsAsLongAsAllChannelsTake(int samples, Bme280Part part, long micros) {
        Bme280Oversampling oversampling = new Bme280Oversampling(samples, samples, samples);
        assertThat(oversampling.longestMeasurement(part)).isEqualTo(Duration.ofNanos(micros * 1000));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1, 25", "2, 16, 4, 3, 55", "16, 1, 8, 4, a5"})
    void writesOversamplingAsCodes(int temperature, int pressure, int humidity, String first, String second) {
        Bme280Oversampling oversampling = new Bme280Oversampling(temperature, pressure, humidity);
        assertThat(oversampling.controlHumidity()).isEqualTo((byte) Integer.parseInt(first, 16));
        assertThat(oversampling.controlMeasurement()).isEqualTo((byte) Integer.parseInt(second, 16));
    }

    private static Bme280Calibration calibration(String first, String second) {
        return Bme280Calibration.of(FakeI2cPart.bytes(first), FakeI2cPart.bytes(second));
    }
}
