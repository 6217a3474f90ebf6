package dev.firn.rigs.kernel;

import static dev.firn.rigs.kernel.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.BusFault;
import dev.firn.bus.linux.KernelBuses;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs in the guest: see {@link BusesInGuestIT}. */
class I2cInGuest {

    private static final Devices DEVICES = Devices.here();
    private static final I2cBus BUS = DEVICES.i2c(1);
    private static final Duration DELAY = Duration.ofMillis(300);

    private final KernelBuses buses = new KernelBuses();
    private final I2cSlave slave = BUS.add(0x68, SlaveModel.BYTES);
    private final I2C device = buses.i2c("i2c-1", 0x68);

    @AfterEach
    void close() {
        buses.close();
        BUS.heal();
        slave.remove();
    }

    private static List<String> messages() {
        return BUS.log()
                .lines()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static double seconds(String logLine) {
        return Double.parseDouble(logLine.substring(0, logLine.indexOf(' ')));
    }

    @Test
    void registersAreReadUnsigned() {
        slave.set(0x3b, "ff800102");
        byte[] into = new byte[6];
        assertThat(device.readRegister(0x3b)).isEqualTo(0xff);
        assertThat(device.readRegister(0x3b, into, 1, 4)).isEqualTo(4);
        assertThat(into).containsExactly(0, 0xff, 0x80, 1, 2, 0);
        assertThat(device.readRegister(new byte[] {0x3c}, into, 0, 1)).isEqualTo(1);
        assertThat(into[0]).isEqualTo((byte) 0x80);
    }

    @Test
    void bytesAreReadFromWhereThePointerIs() {
        slave.set(0x10, "c1c2c3");
        byte[] into = new byte[2];
        device.write((byte) 0x10);
        assertThat(device.read()).isEqualTo(0xc1);
        assertThat(device.read(into, 0, 2)).isEqualTo(2);
        assertThat(into).containsExactly(0xc2, 0xc3);
    }

    @Test
    void everyWayOfWritingReachesThePart() {
        BUS.clearLog();
        device.writeRegister(0x20, (byte) 0xaa);
        device.writeRegister(0x21, new byte[] {9, 1, 2, 9}, 1, 2);
        device.writeRegister(new byte[] {0x23}, new byte[] {3}, 0, 1);
        device.write((byte) 0x24, (byte) 4);
        device.write(new byte[] {9, 0x25, 5}, 1, 2);
        assertThat(messages()).containsExactly("68 w 20aa", "68 w 210102", "68 w 2303", "68 w 2404", "68 w 2505");
    }

    @Test
    void bytesGoOutAndComeInWithoutTheBusBeingGivenAway() {
        BUS.clearLog();
        // Were it two transfers, the second would be late as well.
        BUS.fail(I2cFault.slow(DELAY).times(2));
        device.writeThenRead(new byte[] {0x3b}, 0, 1, 0, new byte[2], 0, 2);
        List<String> log = BUS.log().lines().toList();
        assertThat(messages()).containsExactly("68 w 3b", "68 r 0000");
        assertThat(seconds(log.get(1)) - seconds(log.get(0))).isLessThan(DELAY.toMillis() / 1000.0);
    }

    @Test
    void nobodyThereIsNoDevice() {
        I2C nobody = buses.i2c("i2c-1", 0x20);
        assertFault(BusFault.NO_DEVICE, nobody::read, "i2c-1 0x20", "EREMOTEIO (121)");
    }

    @Test
    void unpluggedPartComesBackOnTheSameDevice() {
        slave.present(false);
        assertFault(BusFault.NO_DEVICE, () -> device.readRegister(0));
        slave.present(true);
        assertThat(device.readRegister(0)).isZero();
    }

    @Test
    void faultsOfTheBusAreToldApart() {
        BUS.fail(I2cFault.errno("ENXIO").times(1));
        assertFault(BusFault.NO_DEVICE, device::read, "ENXIO (6)");
        BUS.fail(I2cFault.ARBITRATION_LOST.times(1));
        assertFault(BusFault.ARBITRATION_LOST, device::read, "EAGAIN (11)");
        BUS.fail(I2cFault.stuck(Duration.ofMillis(50)).times(1));
        assertFault(BusFault.TIMED_OUT, device::read, "ETIMEDOUT (110)");
        BUS.fail(I2cFault.errno("EBUSY").times(1));
        assertFault(BusFault.TIMED_OUT, device::read, "EBUSY (16)");
        BUS.fail(I2cFault.errno("EIO").times(1));
        assertFault(BusFault.FAILED, device::read, "EIO (5)");
        assertThat(device.read()).isZero();
    }

    @Test
    void partThatAKernelDriverHasIsInUse() {
        I2cSlave part = BUS.add(0x76, SlaveModel.BYTES).set(0xd0, "60");
        BUS.bind("bme280", 0x76);
        assertFault(BusFault.IN_USE, () -> buses.i2c("i2c-1", 0x76), "i2c-1 0x76", "a driver of the kernel");
        BUS.unbind(0x76);
        assertThat(buses.i2c("i2c-1", 0x76).readRegister(0xd0)).isEqualTo(0x60);
        part.remove();
    }

    @Test
    void missingBusIsNoBus() {
        assertFault(BusFault.NO_BUS, () -> buses.i2c("i2c-9", 0x20), "i2c-9", "dtparam=i2c_arm=on");
    }

    @Test
    void busThatHangsHoldsItsOwnThreadAlone() {
        I2cBus other = DEVICES.i2c(3);
        I2cSlave hanging = other.add(0x25, SlaveModel.BYTES);
        other.fail(I2cFault.HANG);
        I2C stuck = buses.i2c("i2c-3", 0x25);
        Thread thread = Thread.ofPlatform().daemon().start(stuck::read);
        Awaitility.await().until(() -> calls(thread, "ioctl"));
        assertThat(device.readRegister(0)).isZero();
        buses.close();
        assertThat(thread.isAlive()).isTrue();
        other.heal();
        Awaitility.await().until(() -> !thread.isAlive());
        hanging.remove();
    }

    private static boolean calls(Thread thread, String method) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    @Test
    void closedDeviceRefuses() {
        device.close();
        assertThat(device.isOpen()).isFalse();
        assertFault(BusFault.FAILED, device::read, "closed");
    }

    @Test
    void adapterThatKnowsSmbusAloneDoesWhatSmbusCan() {
        int number = DEVICES.smbusOnly(0x50);
        try (I2C stub = buses.i2c("i2c-" + number, 0x50)) {
            stub.writeRegister(0x10, (byte) 0xa1);
            stub.writeRegister(0x11, new byte[] {(byte) 0xb2, (byte) 0xc3}, 0, 2);
            stub.writeRegister(0x20, new byte[] {1, 2, 3, 4, 5}, 0, 5);
            byte[] into = new byte[5];
            assertThat(stub.readRegister(0x10)).isEqualTo(0xa1);
            assertThat(stub.readRegister(0x11, into, 0, 2)).isEqualTo(2);
            assertThat(into).startsWith(0xb2, 0xc3);
            assertThat(stub.readRegister(0x20, into, 0, 5)).isEqualTo(5);
            assertThat(into).containsExactly(1, 2, 3, 4, 5);
            stub.write((byte) 0x22);
            assertThat(stub.read()).isEqualTo(3);
            assertFault(
                    BusFault.NOT_SUPPORTED,
                    () -> stub.readRegister(new byte[] {1, 2}, into, 0, 2),
                    "SMBus alone",
                    "2 bytes out and 2 in");
        }
        assertFault(BusFault.NO_DEVICE, () -> buses.i2c("i2c-" + number, 0x51).read(), "ENODEV (19)");
    }
}
