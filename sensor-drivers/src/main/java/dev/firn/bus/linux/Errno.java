package dev.firn.bus.linux;

import java.util.Map;

/**
 * An error of the kernel, as {@code asm-generic/errno.h} numbers them.
 *
 * @param number 1 and up
 */
record Errno(int number) {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int ENOTTY = 25;
    static final int EOPNOTSUPP = 95;
    static final int ETIMEDOUT = 110;
    static final int EREMOTEIO = 121;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(EPERM, "EPERM"),
            Map.entry(ENOENT, "ENOENT"),
            Map.entry(EINTR, "EINTR"),
            Map.entry(EIO, "EIO"),
            Map.entry(ENXIO, "ENXIO"),
            Map.entry(9, "EBADF"),
            Map.entry(EAGAIN, "EAGAIN"),
            Map.entry(12, "ENOMEM"),
            Map.entry(EACCES, "EACCES"),
            Map.entry(14, "EFAULT"),
            Map.entry(EBUSY, "EBUSY"),
            Map.entry(ENODEV, "ENODEV"),
            Map.entry(EINVAL, "EINVAL"),
            Map.entry(24, "EMFILE"),
            Map.entry(ENOTTY, "ENOTTY"),
            Map.entry(71, "EPROTO"),
            Map.entry(74, "EBADMSG"),
            Map.entry(75, "EOVERFLOW"),
            Map.entry(EOPNOTSUPP, "EOPNOTSUPP"),
            Map.entry(108, "ESHUTDOWN"),
            Map.entry(ETIMEDOUT, "ETIMEDOUT"),
            Map.entry(EREMOTEIO, "EREMOTEIO"));

    /** The error that a call stands for by a negative result. */
    static Errno of(long result) {
        return new Errno((int) -result);
    }

    /** Its name and number, such as {@code EREMOTEIO (121)}. */
    @Override
    public String toString() {
        String name = NAMES.get(number);
        return name == null ? "errno " + number : name + " (" + number + ")";
    }
}
