package dev.firn.gateway;

import dev.firn.clock.GatewayClock;
import dev.firn.clock.LiveClock;
import dev.firn.clock.Mended;
import dev.firn.clock.Moment;
import dev.firn.clock.ReplayClock;
import dev.firn.outbox.Origin;
import dev.firn.uplink.Redating;
import java.util.Optional;

/** Says when records are made, and mends the dates of those of this boot. Any thread. */
final class BootRedating implements Redating {

    private final LiveClock clock;

    private BootRedating(LiveClock clock) {
        this.clock = clock;
    }

    static Redating by(GatewayClock clock) {
        return switch (clock) {
            case LiveClock live -> new BootRedating(live);
            case ReplayClock _ -> Redating.NONE;
        };
    }

    /** That of a record that is made now. */
    static Origin origin(GatewayClock clock) {
        return switch (clock) {
            case LiveClock live -> origin(live);
            case ReplayClock _ -> Origin.TIMELESS;
        };
    }

    private static Origin origin(LiveClock clock) {
        Moment now = clock.moment();
        return new Origin(clock.boot(), now.monotonicMillis(), now.wallMillis(), now.isRight());
    }

    @Override
    public boolean isDecided() {
        return clock.isDecided();
    }

    @Override
    public Optional<Redate> of(Origin origin) {
        if (origin.settled() || !origin.boot().equals(clock.boot())) {
            return Optional.empty();
        }
        return clock.mend(new Moment(origin.monotonicMillis(), origin.wallMillis(), false))
                .map(BootRedating::redate);
    }

    private static Redate redate(Mended mended) {
        return new Redate(mended.byMillis(), mended.stamp());
    }
}
