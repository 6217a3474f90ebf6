package dev.firn.bus.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class I2cFaultTest {

    @ParameterizedTest
    @CsvSource({
        "121, NO_DEVICE, EREMOTEIO (121)",
        "6, NO_DEVICE, ENXIO (6)",
        "19, NO_DEVICE, ENODEV (19)",
        "110, TIMED_OUT, ETIMEDOUT (110)",
        "16, TIMED_OUT, 'EBUSY (16), the bus is held by somebody: SDA or SCL stays low'",
        "11, ARBITRATION_LOST, EAGAIN (11)",
        "95, NOT_SUPPORTED, EOPNOTSUPP (95)",
        "22, NOT_SUPPORTED, EINVAL (22)",
        "1, NOT_PERMITTED, EPERM (1)",
        "5, FAILED, 'EIO (5), a disturbance, or the device stretched the clock for too long'",
        "99, FAILED, errno 99",
    })
    void errorOfTransferIsFault(int errno, BusFault fault, String words) {
        BusException exception = I2cFault.of("i2c-1 0x76", new Errno(errno));
        assertThat(exception.fault()).isEqualTo(fault);
        assertThat(exception).hasMessage("i2c-1 0x76 " + fault.words() + ": " + words);
    }

    @ParameterizedTest
    @CsvSource({
        "I2C, 2, NO_BUS, dtparam=i2c_arm=on",
        "I2C, 19, NO_BUS, ENODEV (19)",
        "I2C, 13, NOT_PERMITTED, into the group i2c",
        "GPIO, 13, NOT_PERMITTED, into the group gpio",
        "SERIAL, 1, NOT_PERMITTED, into the group dialout",
        "SERIAL, 16, IN_USE, EBUSY (16)",
        "SERIAL, 24, FAILED, EMFILE (24)",
    })
    void errorOfOpeningIsFaultWithCure(DeviceKind kind, int errno, BusFault fault, String words) {
        BusException exception = kind.cannotOpen("place", "/dev/thing", new Errno(errno));
        assertThat(exception.fault()).isEqualTo(fault);
        assertThat(exception).hasMessageStartingWith("place").hasMessageContainingAll("/dev/thing", words);
    }
}
