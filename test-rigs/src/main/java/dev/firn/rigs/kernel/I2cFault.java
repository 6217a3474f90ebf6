package dev.firn.rigs.kernel;

import java.time.Duration;

/**
 * What I2C transfers meet.
 *
 * @param text as {@code test-rigs/kernel/modules/i2c-sim.c} reads it
 */
public record I2cFault(String text) {

    /** Nothing. */
    public static final I2cFault NONE = new I2cFault("none");
    /** They wait until another fault, or none, is set; then they go on. Only SIGKILL ends who waits before. */
    public static final I2cFault HANG = new I2cFault("hang");
    /** Nobody acknowledges, as i2c-bcm2835 reports it (EREMOTEIO). */
    public static final I2cFault NAK = always("EREMOTEIO", Duration.ZERO);
    /** Arbitration is lost (EAGAIN). */
    public static final I2cFault ARBITRATION_LOST = always("EAGAIN", Duration.ZERO);

    /** SDA is stuck: they fail with ETIMEDOUT after a time, which i2c-bcm2835 sets to one second. */
    public static I2cFault stuck(Duration timeout) {
        return always("ETIMEDOUT", timeout);
    }

    /** They go well, but take a time. */
    public static I2cFault slow(Duration time) {
        return always("OK", time);
    }

    /**
     * They fail.
     *
     * @param errno EIO, ENXIO, EAGAIN, EBUSY, ENODEV, EOPNOTSUPP, ETIMEDOUT or EREMOTEIO
     */
    public static I2cFault errno(String errno) {
        return always(errno, Duration.ZERO);
    }

    /** The same for the next transfers alone. */
    public I2cFault times(int count) {
        return new I2cFault(text.replace(" all ", " " + count + " "));
    }

    private static I2cFault always(String errno, Duration delay) {
        return new I2cFault(errno + " all " + delay.toMillis());
    }
}
