package dev.firn.clock;

import java.util.Locale;

/** Where a time of day is from. */
public enum TimeSource {
    /** The system's clock, of which the kernel says that it follows a source: NTP, PTP, a radio clock. */
    KERNEL,
    /** A satellite receiver. */
    GPS,
    /** The system's clock, which systemd-timesyncd has set since the boot, although the kernel does not say so any more. */
    TIMESYNCD,
    /** The system's clock, which somebody has set. */
    SET_BY_HAND;

    /** In lower case with hyphens, as events say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
