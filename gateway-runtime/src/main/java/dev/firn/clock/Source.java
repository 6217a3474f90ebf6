package dev.firn.clock;

import java.util.Optional;

/**
 * A source of time at one look.
 *
 * @param offsetMillis what is added to monotonic time by it
 * @param errorMillis how far off it may be; negative where nobody knows
 */
record Source(TimeSource name, long offsetMillis, long errorMillis) {

    /** Both clocks are read in whole milliseconds, one after the other. */
    private static final long NOISE_MILLIS = 2;

    /** The best there is: the kernel's word is worth more than a receiver's, and that more than what was once set. */
    static Optional<Source> of(ClockLook look, Optional<SatelliteTime> satellites) {
        if (look.kernelErrorMillis() >= 0) {
            return Optional.of(new Source(TimeSource.KERNEL, look.systemOffsetMillis(), look.kernelErrorMillis()));
        }
        Optional<Source> receiver = satellites
                .filter(time -> time.isFreshAt(look.nanos()))
                .map(time -> new Source(TimeSource.GPS, time.offsetMillis(), time.uncertaintyMillis()));
        return receiver.isEmpty() && look.setByTimesyncd()
                ? Optional.of(new Source(TimeSource.TIMESYNCD, look.systemOffsetMillis(), -1))
                : receiver;
    }

    /** A receiver's sentences come late by as much as it allows for: within that there is nothing to follow. */
    boolean agreesWith(long otherOffsetMillis) {
        long apart = Math.abs(offsetMillis - otherOffsetMillis);
        return name == TimeSource.GPS ? apart <= errorMillis : apart <= NOISE_MILLIS;
    }

    ErrorBound boundAt(long nanos) {
        return errorMillis < 0 ? ErrorBound.UNKNOWN : new ErrorBound(errorMillis, nanos);
    }
}
