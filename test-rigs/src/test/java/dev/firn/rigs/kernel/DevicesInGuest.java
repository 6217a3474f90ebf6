package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs in the guest: see {@link GuestTestsIT}. */
class DevicesInGuest {

    private final Devices devices = Devices.here();

    @Test
    void drivesTheGuestsDevices() throws Exception {
        devices.boardTemperature(48_000);
        assertThat(Path.of("/sys/class/thermal/thermal_zone0/temp")).hasContent("48000");
        assertThat(Files.exists(Path.of("/dev/gpiochip0"))).isTrue();
        I2cSlave slave = devices.i2c(1).add(0x40, SlaveModel.WORDS).set(0, "beef");
        assertThat(devices.shell().run("i2cget -y 1 0x40 0 w")).isEqualTo("0xefbe\n");
        slave.remove();
    }
}
