package dev.firn.clock;

import java.util.Optional;

/**
 * The gateway's time of day between two looks at the system.
 *
 * @param mending by what earlier dates of this boot are mended; nothing if they need not be
 */
record Timekeeping(Standing standing, Timescale scale, ErrorBound bound, Optional<Mending> mending) {

    boolean isRight() {
        return standing == Standing.RIGHT;
    }

    ClockStamp stampAt(long nanos) {
        return new ClockStamp(scale.wallMillisAt(nanos), isRight(), isRight() ? bound.millisAt(nanos) : -1);
    }
}
