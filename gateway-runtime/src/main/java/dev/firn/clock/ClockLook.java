package dev.firn.clock;

/**
 * What was seen at one look at the system.
 *
 * @param nanos when, monotonic
 * @param systemMillis what the system's clock showed then
 * @param uptimeMillis how long the board had been up; {@link Long#MAX_VALUE} where nobody knows
 * @param kernelErrorMillis how far off the system's clock may be at most; negative where the kernel says that it follows no
 *     source
 * @param setByTimesyncd whether systemd-timesyncd has set it since the boot
 */
public record ClockLook(
        long nanos, long systemMillis, long uptimeMillis, long kernelErrorMillis, boolean setByTimesyncd) {

    /** What is added to monotonic time by the system's clock. */
    long systemOffsetMillis() {
        return systemMillis - Timescale.millis(nanos);
    }
}
