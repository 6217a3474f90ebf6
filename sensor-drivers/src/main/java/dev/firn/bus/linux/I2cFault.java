package dev.firn.bus.linux;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;

/** What the errors of a transfer mean. Source: the kernel's Documentation/i2c/fault-codes.rst and its Broadcom driver. */
final class I2cFault {

    private I2cFault() {}

    static BusException of(String place, Errno errno) {
        return new BusException(place, meaning(errno), errno + detail(errno));
    }

    /** EREMOTEIO is what the adapters of the Raspberry Pi say when nobody acknowledges, ENXIO what others do. */
    private static BusFault meaning(Errno errno) {
        return switch (errno.number()) {
            case Errno.ENXIO, Errno.EREMOTEIO, Errno.ENODEV -> BusFault.NO_DEVICE;
            case Errno.ETIMEDOUT, Errno.EBUSY -> BusFault.TIMED_OUT;
            case Errno.EAGAIN -> BusFault.ARBITRATION_LOST;
            case Errno.EOPNOTSUPP, Errno.EINVAL, Errno.ENOTTY -> BusFault.NOT_SUPPORTED;
            case Errno.EACCES, Errno.EPERM -> BusFault.NOT_PERMITTED;
            default -> BusFault.FAILED;
        };
    }

    private static String detail(Errno errno) {
        return switch (errno.number()) {
            case Errno.EBUSY -> ", the bus is held by somebody: SDA or SCL stays low";
            case Errno.EIO -> ", a disturbance, or the device stretched the clock for too long";
            default -> "";
        };
    }
}
