package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.bus.linux.BusScan;
import dev.firn.bus.linux.BusScan.Adapter;
import dev.firn.bus.linux.BusScan.Address;
import dev.firn.bus.linux.BusScan.Chip;
import dev.firn.bus.linux.BusScan.Line;
import dev.firn.bus.linux.KernelBuses;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs in the guest: see {@link BusesInGuestIT}. */
class ScanInGuest {

    private static final Devices DEVICES = Devices.here();

    private static Adapter adapter(String bus) {
        return BusScan.ofThisMachine().adapters().stream()
                .filter(each -> each.bus().equals(bus))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addressesTellWhoAnswersAndWhoBelongsToTheKernel() {
        I2cBus bus = DEVICES.i2c(1);
        I2cSlave light = bus.add(0x23, SlaveModel.COMMANDS);
        I2cSlave eeprom = bus.add(0x50, SlaveModel.BYTES);
        I2cSlave air = bus.add(0x76, SlaveModel.BYTES).set(0xd0, "60");
        bus.bind("bme280", 0x76);
        assertThat(adapter("i2c-1"))
                .isEqualTo(new Adapter(
                        "i2c-1",
                        "bcm2835 (i2c@7e804000)",
                        List.of(
                                new Address(0x23, Optional.empty()),
                                new Address(0x50, Optional.empty()),
                                new Address(0x76, Optional.of("bme280"))),
                        ""));
        assertThat(BusScan.ofThisMachine().iio())
                .extracting(BusScan.Device::name)
                .contains("bme280");
        bus.unbind(0x76);
        light.remove();
        eeprom.remove();
        air.remove();
    }

    @Test
    void eepromsAreReadAndOthersAreNot() {
        I2cBus bus = DEVICES.i2c(3);
        I2cSlave eeprom = bus.add(0x57, SlaveModel.BYTES);
        I2cSlave other = bus.add(0x48, SlaveModel.BYTES);
        bus.clearLog();
        assertThat(adapter("i2c-3").addresses()).hasSize(2);
        assertThat(bus.log().lines().filter(line -> !line.contains("error")))
                .satisfiesExactly(
                        first -> assertThat(first).contains(" 48 w"),
                        second -> assertThat(second).contains(" 57 r"));
        eeprom.remove();
        other.remove();
    }

    @Test
    void busThatIsHeldIsAskedOnce() {
        I2cBus bus = DEVICES.i2c(3);
        bus.clearLog();
        bus.fail(I2cFault.stuck(Duration.ofMillis(100)));
        Adapter held = adapter("i2c-3");
        bus.heal();
        assertThat(held.addresses()).isEmpty();
        assertThat(held.trouble()).contains("ETIMEDOUT (110)");
        assertThat(bus.log().lines()).hasSize(1);
    }

    @Test
    void linesInUseTellByWhom() {
        try (KernelBuses buses = new KernelBuses()) {
            buses.input("pinctrl-bcm2711", 25, PullResistance.OFF, Duration.ZERO);
            Chip chip = BusScan.ofThisMachine().chips().getFirst();
            assertThat(chip.label()).isEqualTo("pinctrl-bcm2711");
            assertThat(chip.lines()).isEqualTo(58);
            assertThat(chip.inUse()).contains(new Line(25, "GPIO25", "firn"));
        }
    }

    @Test
    void thermometersBoardAndPortsAreFound() {
        W1Thermometer thermometer = DEVICES.addThermometer("28-0316a2794bff");
        SerialPort port = DEVICES.plugSerial("/dev/ttyAMA2");
        BusScan scan = BusScan.ofThisMachine();
        assertThat(scan.oneWire()).contains("28-0316a2794bff");
        assertThat(scan.hwmon()).extracting(BusScan.Device::name).contains("cpu_thermal");
        assertThat(scan.serialPorts()).contains("/dev/ttyAMA2");
        port.unplug();
        thermometer.remove();
    }

    @Test
    void deviceOfAKernelDriverIsFoundByItsName() {
        I2cBus bus = DEVICES.i2c(3);
        I2cSlave air = bus.add(0x77, SlaveModel.BYTES).set(0xd0, "60");
        bus.bind("bme280", 0x77);
        try (KernelBuses buses = new KernelBuses()) {
            String directory = buses.sysfs().named("bus/iio/devices", "bme280").getFirst();
            assertThat(buses.sysfs().has(directory + "/in_pressure_oversampling_ratio"))
                    .isTrue();
        }
        bus.unbind(0x77);
        air.remove();
    }
}
