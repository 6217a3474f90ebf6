package dev.firn.bus.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.EdgeRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On this machine, which need not have any bus: what is asked for has names that no machine has. */
class KernelBusesTest {

    private static final String NO_CHIP = "pinctrl-of-no-board";

    private final KernelBuses buses = new KernelBuses();

    @AfterEach
    void close() {
        buses.close();
    }

    private static void assertNoBus(ThrowingCallable action, String... words) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_BUS))
                .hasMessageContainingAll(words);
    }

    @Test
    void missingI2cBusIsNoBusWithCure() {
        assertNoBus(() -> buses.i2c("i2c-999", 0x76), "i2c-999", "ENOENT (2)", "dtparam=i2c_arm=on");
    }

    @Test
    void otherNameOfI2cBusSaysWhatIsWanted() {
        assertNoBus(() -> buses.i2c("/dev/i2c-1", 0x76), "/dev/i2c-1", "i2c-1");
    }

    @Test
    void missingGpioChipIsNoBus() {
        EdgeRequest request =
                new EdgeRequest(NO_CHIP, List.of(17), PullResistance.OFF, false, EdgeRequest.Edges.BOTH, Duration.ZERO);
        assertNoBus(() -> buses.edges(request), NO_CHIP);
        assertNoBus(() -> buses.output(NO_CHIP, 17, true), NO_CHIP);
        assertNoBus(() -> buses.input(NO_CHIP, 17, PullResistance.OFF, Duration.ZERO), NO_CHIP);
    }

    @Test
    void filesOfTheKernelAreThoseOfThisMachine() {
        assertThat(buses.sysfs().root()).isEqualTo(Path.of("/sys"));
    }

    @Test
    void closingClosesWhatIsStillOpen() {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            buses.serial(terminal.path(), 9600);
            buses.close();
            // Nobody else could have it otherwise.
            SerialStream.open(terminal.path(), 9600).close();
        }
    }

    @Test
    void pi4jFindsThePluginByItself() {
        Context pi4j = Pi4J.newAutoContext();
        try {
            assertThat(pi4j.providers().all().keySet())
                    .contains("firn-i2c", "firn-digital-input", "firn-digital-output");
            I2CConfig config =
                    I2C.newConfigBuilder(pi4j).id("part").bus(999).device(0x76).build();
            assertNoBus(() -> pi4j.create(config), "i2c-999");
            assertNoBus(() -> pi4j.create(config), "i2c-999");
            assertNoBus(
                    () -> pi4j.create(DigitalInput.newConfigBuilder(pi4j)
                            .id("line")
                            .bus(999)
                            .bcm(17)
                            .build()),
                    "/dev/gpiochip999");
        } finally {
            pi4j.shutdown();
        }
    }
}
