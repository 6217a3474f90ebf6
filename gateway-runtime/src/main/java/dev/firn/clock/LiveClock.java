package dev.firn.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The time of a gateway that measures: monotonic time and an offset, which follows the system's clock as far as that can be
 * believed.
 */
public final class LiveClock implements GatewayClock {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final UUID boot;
    private final ClockKeeper keeper;
    private volatile Followed followed;

    /** What the loop goes by. */
    private record Followed(Timekeeping time, boolean isDecided, boolean isRefusing, Optional<ClockMemory> memory) {}

    LiveClock(UUID boot, ClockKeeper keeper) {
        this.boot = boot;
        this.keeper = keeper;
        followed = new Followed(keeper.present(), false, false, Optional.empty());
    }

    /**
     * A clock that begins now.
     *
     * @param boot of the board
     * @param file what the last run left
     */
    public static LiveClock start(UUID boot, ClockSettings settings, ClockFile file) {
        Optional<ClockMemory> memory = file.read();
        // The wall first: its first use takes some milliseconds, which must not come between the two.
        long system = Instant.now().toEpochMilli();
        return new LiveClock(boot, new ClockKeeper(boot, settings, memory, System.nanoTime(), system));
    }

    @Override
    public List<ClockChange> look(ClockLook look) {
        return keeper.look(look);
    }

    @Override
    public void hear(SatelliteTime time) {
        keeper.hear(time);
    }

    @Override
    public List<ClockChange> endWaiting() {
        return keeper.endWaiting();
    }

    @Override
    public void follow() {
        Optional<ClockMemory> memory = keeper.memory(System.nanoTime());
        followed = new Followed(keeper.present(), memory.isPresent(), keeper.isRefusing(), memory);
    }

    @Override
    public ClockStamp now() {
        return followed.time().stampAt(System.nanoTime());
    }

    @Override
    public long wallMillisAt(long nanos) {
        return followed.time().scale().wallMillisAt(nanos);
    }

    @Override
    public void advanceTo(long millis) {
        // It goes on by itself.
    }

    @Override
    public boolean runsByItself() {
        return true;
    }

    @Override
    public boolean isDecided() {
        return followed.isDecided();
    }

    /** The board's present boot. */
    public UUID boot() {
        return boot;
    }

    /** Now. */
    public Moment moment() {
        Timekeeping time = followed.time();
        long monotonic = Timescale.millis(System.nanoTime());
        return new Moment(monotonic, monotonic + time.scale().offsetMillis(), time.isRight());
    }

    /**
     * What is known now of the date of a moment of this boot at which the time was not right; empty if nothing new is. The
     * answer stays the same until the clock is corrected once more.
     */
    public Optional<Mended> mend(Moment moment) {
        return followed.time().mending().flatMap(mending -> mend(moment, mending));
    }

    private static Optional<Mended> mend(Moment moment, Mending mending) {
        long millis = mending.offsetMillis() + moment.monotonicMillis() - moment.wallMillis();
        if (moment.isRight() || (!mending.right() && millis == 0)) {
            return Optional.empty();
        }
        long nanos = moment.monotonicMillis() * NANOS_PER_MILLI;
        long error = mending.right() ? mending.bound().millisAt(nanos) : -1;
        return Optional.of(new Mended(millis, new ClockStamp(moment.wallMillis() + millis, mending.right(), error)));
    }

    /** Whether the system's clock shows a time that is not believed. */
    boolean isRefusing() {
        return followed.isRefusing();
    }

    /** What the next run should know. */
    Optional<ClockMemory> memory() {
        return followed.memory();
    }
}
