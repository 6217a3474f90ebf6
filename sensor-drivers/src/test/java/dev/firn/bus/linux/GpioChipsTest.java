package dev.firn.bus.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpioChipsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // before each test
    private Path devices;

    @Test
    void machineWithoutChipsSaysSo() {
        assertThatThrownBy(() -> new GpioChips(devices).labelled("pinctrl-bcm2711"))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_BUS))
                .hasMessageStartingWith("GPIO chip pinctrl-bcm2711 is not there")
                .hasMessageContaining("CONFIG_GPIO_CDEV");
    }

    @Test
    void chipsAreLookedAtInTheOrderOfTheirNumbers() throws IOException {
        for (int number : new int[] {10, 2, 0}) {
            Files.createFile(devices.resolve("gpiochip" + number));
        }
        Files.createFile(devices.resolve("gpiomem0"));
        assertThat(new GpioChips(devices).paths())
                .containsExactly(devices + "/gpiochip0", devices + "/gpiochip2", devices + "/gpiochip10");
    }

    @Test
    void whatIsNoChipIsNamed() throws IOException {
        Path file = Files.createFile(devices.resolve("gpiochip0"));
        assertThatThrownBy(() -> new GpioChips(devices).labelled("pinctrl-bcm2711"))
                .isInstanceOf(BusException.class)
                .hasMessageContainingAll(file.toString(), "ENOTTY (25)");
    }
}
