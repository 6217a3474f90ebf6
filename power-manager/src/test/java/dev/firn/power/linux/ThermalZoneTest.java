package dev.firn.power.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.power.linux.BoardTemperature.Celsius;
import dev.firn.power.linux.BoardTemperature.NoZone;
import dev.firn.power.linux.BoardTemperature.Unreadable;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThermalZoneTest {

    @TempDir
    private Path root;

    private SysfsTree sysfs;

    @BeforeEach
    void createTree() {
        sysfs = new SysfsTree(root);
    }

    @ParameterizedTest
    @CsvSource({"48212, 48.212", "0, 0", "-5500, -5.5", "101000, 101"})
    void readsMillidegrees(String text, double celsius) {
        sysfs.zone(0, "cpu-thermal", text);
        assertThat(read()).isEqualTo(new Celsius(celsius));
    }

    @Test
    void findsTheProcessorByItsTypeWhateverItsNumber() {
        sysfs.zone(0, "gpu-thermal", "60000").zone(1, "nvme", "70000").zone(2, "cpu-thermal", "50000");
        sysfs.write("class/thermal/cooling_device0/type", "Processor\n");
        assertThat(read()).isEqualTo(new Celsius(50));
    }

    @Test
    void boardsOwnTypeGoesBeforeThatOfAPc() {
        sysfs.zone(0, "x86_pkg_temp", "60000").zone(1, "cpu-thermal", "50000");
        assertThat(read()).isEqualTo(new Celsius(50));
    }

    @Test
    void zoneThatDoesNotTellItsTypeIsPassedOver() {
        sysfs.unreadable("class/thermal/thermal_zone0/type").zone(1, "cpu-thermal", "50000");
        assertThat(read()).isEqualTo(new Celsius(50));
    }

    @Test
    void folderThatIsNotThereHasNoZone() {
        assertThat(read()).isEqualTo(new NoZone());
    }

    @Test
    void zonesOfOtherThingsAreNoZone() {
        sysfs.zone(0, "nvme", "70000");
        assertThat(read()).isEqualTo(new NoZone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hot", "48.2", "48212 48212", "99999999999"})
    void rubbishIsQuoted(String text) {
        sysfs.zone(0, "cpu-thermal", text);
        assertThat(read())
                .isEqualTo(new Unreadable(temperatureFile(), "\"" + text + "\" is not a number of millidegrees"));
    }

    // -274000 is what the kernel's THERMAL_TEMP_INVALID prints.
    @ParameterizedTest
    @CsvSource({"-274000, -274.0", "150001, 150.001", "-60001, -60.001"})
    void impossibleTemperatureIsNone(String text, String celsius) {
        sysfs.zone(0, "cpu-thermal", text);
        assertThat(read()).isEqualTo(new Unreadable(temperatureFile(), celsius + " °C cannot be"));
    }

    @Test
    void zoneWithoutATemperatureIsUnreadable() {
        sysfs.write("class/thermal/thermal_zone0/type", "cpu-thermal\n");
        assertThat(read()).isEqualTo(new Unreadable(temperatureFile(), "not there"));
    }

    @Test
    void driverThatDoesNotAnswerIsUnreadable() {
        sysfs.write("class/thermal/thermal_zone0/type", "cpu-thermal\n");
        sysfs.unreadable("class/thermal/thermal_zone0/temp");
        assertThat(read()).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.file()).isEqualTo(temperatureFile());
            assertThat(unreadable.reason()).contains("Is a directory");
        });
    }

    @Test
    void asksAnewEachTime() {
        ThermalZone zone = new ThermalZone(root);
        sysfs.zone(0, "cpu-thermal", "50000");
        assertThat(zone.read()).isEqualTo(new Celsius(50));
        sysfs.zone(0, "cpu-thermal", "51000");
        assertThat(zone.read()).isEqualTo(new Celsius(51));
    }

    private BoardTemperature read() {
        return new ThermalZone(root).read();
    }

    private Path temperatureFile() {
        return root.resolve("class/thermal/thermal_zone0/temp");
    }
}
