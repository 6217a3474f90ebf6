package dev.firn.rigs.kernel;

import static dev.firn.rigs.kernel.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOAlreadyExistsException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import dev.firn.bus.BusFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs that use Pi4J themselves. Runs in the guest: see {@link BusesInGuestIT}. */
class Pi4jInGuest {

    private static final Devices DEVICES = Devices.here();

    private final Context pi4j = Pi4J.newAutoContext();

    @AfterEach
    void shutDown() {
        pi4j.shutdown();
    }

    private I2CConfig part(int address) {
        return I2C.newConfigBuilder(pi4j).id("part").bus(1).device(address).build();
    }

    private static long descriptorsOf(String file) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(descriptor -> leadsTo(descriptor, file)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, String file) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void partOnABusIsMadeClosedAndMadeAgain() throws Exception {
        I2cSlave slave = DEVICES.i2c(1).add(0x40, SlaveModel.BYTES).set(0, "c3");
        I2C device = pi4j.create(part(0x40));
        assertThat(device.readRegister(0)).isEqualTo(0xc3);
        assertThatThrownBy(() -> pi4j.create(part(0x40))).isInstanceOf(IOAlreadyExistsException.class);
        assertThat(descriptorsOf("/dev/i2c-1")).isEqualTo(1);
        device.close();
        assertThat(descriptorsOf("/dev/i2c-1")).isZero();
        I2C again = pi4j.create(part(0x40));
        assertThat(again.readRegister(0)).isEqualTo(0xc3);
        slave.remove();
    }

    @Test
    void shutDownOfTheContextClosesAll() throws Exception {
        I2cSlave slave = DEVICES.i2c(1).add(0x41, SlaveModel.BYTES);
        pi4j.create(part(0x41));
        pi4j.create(DigitalInput.newConfigBuilder(pi4j).id("in").bcm(2).build()).addListener(event -> {});
        pi4j.create(DigitalOutput.newConfigBuilder(pi4j)
                .id("out")
                .bcm(3)
                .initial(DigitalState.HIGH)
                .build());
        assertThat(DEVICES.gpio(3).isHigh()).isTrue();
        pi4j.shutdown();
        assertThat(descriptorsOf("/dev/i2c-1")).isZero();
        Context next = Pi4J.newAutoContext();
        next.create(DigitalInput.newConfigBuilder(next).id("in").bcm(3).build());
        next.create(DigitalOutput.newConfigBuilder(next).id("out").bcm(2).build());
        next.shutdown();
        slave.remove();
    }

    @Test
    void linesAreThoseOfTheHeader() {
        DigitalInput input = pi4j.create(DigitalInput.newConfigBuilder(pi4j)
                .id("in")
                .bcm(26)
                .pull(PullResistance.PULL_UP)
                .debounce(0L)
                .build());
        assertThat(input.isHigh()).isTrue();
        DEVICES.gpio(26).down();
        assertThat(input.isHigh()).isFalse();
        DigitalOutput output = pi4j.create(
                DigitalOutput.newConfigBuilder(pi4j).id("out").bcm(27).build());
        output.high();
        assertThat(DEVICES.gpio(27).isHigh()).isTrue();
    }

    @Test
    void outputGoesToItsShutdownStateWhenClosed() {
        DigitalOutput output = pi4j.create(DigitalOutput.newConfigBuilder(pi4j)
                .id("out")
                .bcm(16)
                .initial(DigitalState.HIGH)
                .shutdown(DigitalState.LOW)
                .build());
        assertThat(output.state()).isEqualTo(DigitalState.HIGH);
        output.close();
        assertThat(output.state()).isEqualTo(DigitalState.LOW);
    }

    @Test
    void failureToOpenLeavesNothingBehind() {
        assertFault(
                BusFault.NO_BUS,
                () -> pi4j.create(DigitalInput.newConfigBuilder(pi4j)
                        .id("in")
                        .bus(7)
                        .bcm(2)
                        .build()));
        assertThat(pi4j.registry().all()).isEmpty();
    }
}
