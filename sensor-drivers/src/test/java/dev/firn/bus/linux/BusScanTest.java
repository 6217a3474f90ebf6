package dev.firn.bus.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.bus.Sysfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusScanTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // before each test
    private Path root;

    private Path devices() {
        return root.resolve("dev");
    }

    private BusScan scan() {
        return BusScan.of(new Sysfs(root.resolve("sys")), devices());
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @BeforeEach
    void makeDevices() throws IOException {
        Files.createDirectories(devices());
    }

    @Test
    void machineWithNothingHasNothing() {
        assertThat(scan()).isEqualTo(new BusScan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void adaptersAreInTheOrderOfTheirNumbersAndSayWhyTheyCannotBeAsked() throws IOException {
        file("sys/bus/i2c/devices/i2c-9910/name", "bcm2835 (i2c@7e205600)\n");
        file("sys/bus/i2c/devices/i2c-999/name", "bcm2835 (i2c@7e804000)\n");
        file("sys/bus/i2c/devices/999-0076/name", "bme280\n");
        assertThat(scan().adapters()).extracting(BusScan.Adapter::bus).containsExactly("i2c-999", "i2c-9910");
        assertThat(scan().adapters().getFirst().name()).isEqualTo("bcm2835 (i2c@7e804000)");
        assertThat(scan().adapters().getFirst().trouble()).contains("/dev/i2c-999", "i2c-dev");
    }

    @Test
    void slavesOnOneWireAreThoseWithAnId() throws IOException {
        file("sys/bus/w1/devices/28-0316a2794bff/temperature", "21375\n");
        file("sys/bus/w1/devices/w1_bus_master1/w1_master_slaves", "\n");
        assertThat(scan().oneWire()).containsExactly("28-0316a2794bff");
    }

    @Test
    void devicesOfKernelDriversHaveTheirNames() throws IOException {
        file("sys/bus/iio/devices/iio:device1/name", "bme280\n");
        file("sys/bus/iio/devices/trigger0/current", "");
        file("sys/class/hwmon/hwmon0/name", "sht3x\n");
        assertThat(scan().iio()).containsExactly(new BusScan.Device("bus/iio/devices/iio:device1", "bme280"));
        assertThat(scan().hwmon()).containsExactly(new BusScan.Device("class/hwmon/hwmon0", "sht3x"));
    }

    @Test
    void serialPortsAreThoseThatAreReal() throws IOException {
        for (String name :
                new String[] {"ttyAMA10", "ttyAMA0", "ttyUSB0", "ttyACM0", "ttyS0", "ttyS1", "tty0", "ttyprintk"}) {
            file("dev/" + name, "");
        }
        file("sys/class/tty/ttyS0/type", "4\n");
        file("sys/class/tty/ttyS0/device/uevent", "");
        file("sys/class/tty/ttyS1/type", "0\n");
        file("sys/class/tty/ttyS1/device/uevent", "");
        assertThat(scan().serialPorts())
                .extracting(port -> port.substring(port.lastIndexOf('/') + 1))
                .containsExactly("ttyS0", "ttyACM0", "ttyAMA0", "ttyUSB0", "ttyAMA10");
    }

    @Test
    void chipThatCannotBeLookedAtSaysWhy() throws IOException {
        file("dev/gpiochip0", "");
        assertThat(scan().chips()).singleElement().satisfies(chip -> {
            assertThat(chip.path()).endsWith("gpiochip0");
            assertThat(chip.trouble()).contains("ENOTTY (25)");
        });
    }
}
