package dev.firn.sensor.iio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.FakeBuses;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Driver;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelFilesDriversTest {

    private static final Driver IIO = new IioDriver();
    private static final Driver HWMON = new HwmonDriver();
    private static final String I2C = "devices/platform/soc/fe804000.i2c/i2c-1/";

    @TempDir
    private Path sys;

    private final FakeBuses buses = new FakeBuses();

    @BeforeEach
    void mount() {
        buses.withSysfs(sys);
    }

    @AfterEach
    void unmount() {
        buses.close();
    }

    /** Vectors of the units: kernel documentation, sysfs-bus-iio. */
    @ParameterizedTest
    @CsvSource({
        "in_temp, 21890, air-temperature, 21.89",
        "in_humidityrelative, 46333, relative-humidity, 46.333",
        "in_pressure, 96.386210937, air-pressure, 96386.210937",
        "in_illuminance, 51030, illuminance, 51030",
        "in_distance, 1.717, distance, 1.717",
        "in_voltage3, 2048, voltage, 2.048",
        "in_temp_object, -5150, snow-surface-temperature, -5.15",
        "in_accel_x, 9.80665, acceleration-x, 9.80665",
        "in_anglvel_z, -0.5, angular-rate-z, -0.5"
    })
    void iioValuesAreInTheUnitOfTheQuantity(String channel, String value, String quantity, double expected)
            throws IOException {
        Path device = iio("iio:device7", "1-0076", "bme280");
        write(device, channel + "_input", value);
        Measured measured = only(IIO, "name=bme280", "channel=" + channel, "quantity=" + quantity);
        assertThat(measured.quantity().name()).isEqualTo(quantity);
        assertThat(measured.value()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void iioScalesRawValuesItself() throws IOException {
        Path device = iio("iio:device0", "1-005a", "mlx90614");
        write(device, "in_temp_object_raw", "13400");
        write(device, "in_temp_offset", "-13657.500000");
        write(device, "in_temp_scale", "20");
        assertThat(only(IIO, "name=mlx90614", "channel=in_temp_object", "quantity=surface-temperature")
                        .value())
                .isCloseTo(-5.15, within(1e-9));
    }

    @Test
    void factorOfTheConfigurationHolds() throws IOException {
        Path device = iio("iio:device0", "1-0013", "prox");
        write(device, "in_proximity_raw", "250");
        assertThat(only(IIO, "name=prox", "channel=in_proximity", "quantity=distance", "factor=0.01")
                        .value())
                .isEqualTo(2.5);
    }

    @ParameterizedTest
    @CsvSource({
        "temp1, 20001, air-temperature, 20.001",
        "humidity1, 40000, relative-humidity, 40",
        "in2, 3290, voltage, 3.29"
    })
    void hwmonValuesAreInTheUnitOfTheQuantity(String channel, String value, String quantity, double expected)
            throws IOException {
        Path device = hwmon("hwmon3", "1-0044", "sht3x");
        write(device, channel + "_input", value);
        assertThat(only(HWMON, "name=sht3x", "channel=" + channel, "quantity=" + quantity)
                        .value())
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void hwmonFaultIsAMissingValue() throws IOException {
        Path device = hwmon("hwmon0", "1-0018", "jc42");
        write(device, "temp1_input", "0");
        write(device, "temp1_fault", "1");
        String[] settings = {"name=jc42", "channel=temp1", "quantity=air-temperature"};
        assertThat(only(HWMON, settings))
                .isEqualTo(
                        Measured.missing(Quantity.AIR_TEMPERATURE, "the kernel's driver reports a fault: temp1_fault"));
        write(device, "temp1_fault", "0");
        assertThat(only(HWMON, settings)).isEqualTo(Measured.of(Quantity.AIR_TEMPERATURE, 0));
    }

    @Test
    void findsTheDeviceByNameWhateverItsNumber() throws IOException {
        write(iio("iio:device0", "1-0023", "bh1750"), "in_temp_input", "1000");
        write(iio("iio:device1", "1-0076", "bme280"), "in_temp_input", "2000");
        assertThat(only(IIO, "name=bme280", "channel=in_temp", "quantity=air-temperature")
                        .value())
                .isEqualTo(2);
    }

    @Test
    void tellsDevicesOfOneNameApartByWhatTheyAreConnectedThrough() throws IOException {
        write(iio("iio:device0", "1-0076", "bme280"), "in_temp_input", "1000");
        write(iio("iio:device1", "1-0077", "bme280"), "in_temp_input", "2000");
        String[] settings = {"name=bme280", "channel=in_temp", "quantity=air-temperature", "of=1-0077"};
        assertThat(only(IIO, settings).value()).isEqualTo(2);
        assertNotFound(
                BusFault.FAILED, "2 are called bme280; say which with the key of: 1-0076, 1-0077", IIO, "bme280", "");
        assertNotFound(BusFault.FAILED, "2 are called bme280 of i2c-1", IIO, "bme280", "i2c-1");
        assertNotFound(BusFault.NO_DEVICE, "none is called bme280 of 1-0078", IIO, "bme280", "1-0078");
    }

    @Test
    void tellsHwmonDevicesApartByTheirPart() throws IOException {
        hwmon("hwmon0", "1-0044", "sht3x");
        hwmon("hwmon1", "1-0045", "sht3x");
        assertNotFound(BusFault.FAILED, "say which with the key of: 1-0044, 1-0045", HWMON, "sht3x", "");
    }

    @Test
    void missingDeviceIsNoDevice() {
        assertNotFound(BusFault.NO_DEVICE, "none is called bme280", IIO, "bme280", "");
        assertNotFound(BusFault.NO_DEVICE, "none is called sht3x", HWMON, "sht3x", "");
    }

    @Test
    void missingChannelIsNoDevice() throws IOException {
        iio("iio:device0", "1-0076", "bme280");
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> only(IIO, "name=bme280", "channel=in_temp", "quantity=air-temperature"))
                .withMessageContaining("in_temp_raw nothing answers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in_temp       | air-temperature   |               | ",
                "in_temp       | air-pressure      |               | is in Pa, but in_temp in Cel",
                "in_temp       | air-pressure      | factor=100    | ",
                "in_temperate  | air-temperature   |               | does not know the unit of in_temperate",
                "in_proximity  | distance          |               | does not know the unit of in_proximity",
                "in_proximity  | distance          | factor=0.001  | ",
                "in_voltage0-voltage1 | voltage    |               | "
            })
    void refusesQuantitiesOfAnotherUnit(String channel, String quantity, String factor, String conflict) {
        Settings settings = Bench.settings(
                IIO,
                texts("name=x channel=%s quantity=%s %s"
                        .formatted(channel, quantity, factor == null ? "" : factor)
                        .split(" ")));
        if (conflict == null) {
            assertThat(IIO.conflicts(settings)).isEmpty();
        } else {
            assertThat(IIO.conflicts(settings))
                    .hasSize(1)
                    .allMatch(found -> found.reason().contains(conflict));
        }
    }

    @ParameterizedTest
    @CsvSource({"in_temp_raw", "in_temp_input", "in_temp_scale", "temp1", "in_temp/../x"})
    void refusesWhatIsNoChannelOfIio(String channel) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(
                        IIO.descriptor(), texts("name=x", "channel=" + channel, "quantity=air-temperature")))
                .withMessageContaining("is no channel of IIO");
    }

    @ParameterizedTest
    @CsvSource({"temp1_input", "in_temp", "temp"})
    void refusesWhatIsNoChannelOfHwmon(String channel) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(
                        HWMON.descriptor(), texts("name=x", "channel=" + channel, "quantity=air-temperature")))
                .withMessageContaining("is no channel of hwmon");
    }

    @Test
    void claimsItsChannelOnTheThreadOfItsDevice() {
        String[] settings = {"name=bme280", "channel=in_temp", "quantity=air-temperature", "of=1-0077"};
        assertThat(IIO.wiring(Bench.settings(IIO, texts(settings))))
                .isEqualTo(new Wiring("iio:bme280@1-0077", Set.of("channel in_temp")));
    }

    private void assertNotFound(BusFault fault, String words, Driver driver, String name, String of) {
        String channel = driver == IIO ? "in_temp" : "temp1";
        Map<String, String> texts =
                texts(("name=%s channel=%s quantity=air-temperature" + (of.isEmpty() ? "" : " of=" + of))
                        .formatted(name, channel)
                        .split(" "));
        try (Sensor sensor = Bench.open(driver, texts, buses)) {
            assertThatExceptionOfType(BusException.class)
                    .isThrownBy(sensor::initialise)
                    .withMessageContaining(words)
                    .extracting(BusException::fault)
                    .isEqualTo(fault);
        }
    }

    private Measured only(Driver driver, String... settings) {
        try (Sensor sensor = Bench.open(driver, texts(settings), buses)) {
            Conversation.from(sensor.initialise());
            return Conversation.from(sensor.measure()).values().getFirst();
        }
    }

    private Path iio(String device, String client, String name) throws IOException {
        return device(I2C + client + "/" + device, "bus/iio/devices", name);
    }

    private Path hwmon(String device, String client, String name) throws IOException {
        return device(I2C + client + "/hwmon/" + device, "class/hwmon", name);
    }

    /** A directory where the kernel has it, and the link by which it is found. */
    private Path device(String real, String links, String name) throws IOException {
        Path directory = Files.createDirectories(sys.resolve(real));
        write(directory, "name", name);
        Files.createSymbolicLink(
                Files.createDirectories(sys.resolve(links)).resolve(directory.getFileName()), directory);
        return directory;
    }

    private static void write(Path directory, String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text + "\n");
    }

    private static Map<String, String> texts(String... settings) {
        return Arrays.stream(settings)
                .filter(setting -> !setting.isEmpty())
                .map(setting -> setting.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
