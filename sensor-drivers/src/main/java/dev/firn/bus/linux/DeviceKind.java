package dev.firn.bus.linux;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;

/** Kinds of device files, with what helps when one cannot be opened. */
enum DeviceKind {
    I2C(
            "i2c",
            "put dtparam=i2c_arm=on into /boot/firmware/config.txt and i2c-dev into /etc/modules, and start the board again"),
    GPIO("gpio", "is this a board with GPIO, and a kernel with CONFIG_GPIO_CDEV?"),
    SERIAL("dialout", "is it plugged in, and its port enabled (dtoverlay=uart in /boot/firmware/config.txt)?");

    private final String group;
    private final String cureOfAbsence;

    DeviceKind(String group, String cureOfAbsence) {
        this.group = group;
        this.cureOfAbsence = cureOfAbsence;
    }

    /** What to say when there is no such device. */
    BusException absent(String place, String detail) {
        return new BusException(place, BusFault.NO_BUS, detail + "; " + cureOfAbsence);
    }

    /** What to say when the user may not open it. */
    BusException notPermitted(String place, String detail) {
        return new BusException(
                place, BusFault.NOT_PERMITTED, detail + "; put the user who runs Firn into the group " + group);
    }

    BusException cannotOpen(String place, String path, Errno errno) {
        String detail = path + ": " + errno;
        return switch (errno.number()) {
            case Errno.ENOENT, Errno.ENODEV, Errno.ENXIO -> absent(place, detail);
            case Errno.EACCES, Errno.EPERM -> notPermitted(place, detail);
            case Errno.EBUSY -> new BusException(place, BusFault.IN_USE, detail);
            default -> new BusException(place, BusFault.FAILED, detail);
        };
    }
}
