package dev.firn.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A board whose clocks the test moves. The keeper looks at it once a second. */
final class Board {

    static final UUID BOOT = new UUID(1, 1);
    static final long BUILT = Instant.parse("2026-11-24T00:00:00Z").toEpochMilli();
    static final long NOW = Instant.parse("2027-02-03T10:00:00Z").toEpochMilli();
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final UUID boot;
    private long monotonicMillis;
    private long systemMillis;
    private long kernelError = -1;
    private boolean timesyncd;
    private final ClockKeeper keeper;
    private final List<ClockChange> changes = new ArrayList<>();

    /** A board that has been up for so long, with a clock that shows this. */
    Board(UUID boot, Duration up, long systemMillis, Optional<ClockMemory> memory) {
        this.boot = boot;
        this.monotonicMillis = up.toMillis();
        this.systemMillis = systemMillis;
        keeper = new ClockKeeper(boot, new ClockSettings(PATIENCE, BUILT), memory, nanos(), systemMillis);
    }

    /** One that has just been started. */
    static Board started(long systemMillis) {
        return new Board(BOOT, Duration.ofSeconds(10), systemMillis, Optional.empty());
    }

    /** One whose time is right since its start. */
    static Board right() {
        Board board = started(NOW).synced(20);
        board.pass(1);
        board.changes.clear();
        return board;
    }

    /** The same program started again on the same board. */
    Board restarted(Duration away) {
        Board next = new Board(
                boot,
                Duration.ofMillis(monotonicMillis).plus(away),
                systemMillis + away.toMillis(),
                keeper.memory(nanos()));
        next.kernelError = kernelError;
        next.timesyncd = timesyncd;
        return next;
    }

    /** The board started again, with a clock that shows this. */
    Board rebooted(long shownMillis) {
        return new Board(UUID.randomUUID(), Duration.ofSeconds(10), shownMillis, keeper.memory(nanos()));
    }

    Board synced(long errorMillis) {
        kernelError = errorMillis;
        return this;
    }

    Board unsynced() {
        kernelError = -1;
        return this;
    }

    Board markedByTimesyncd() {
        timesyncd = true;
        return this;
    }

    /** Somebody sets the system's clock, to this. */
    Board set(long millis) {
        systemMillis = millis;
        return this;
    }

    Board step(Duration by) {
        systemMillis += by.toMillis();
        return this;
    }

    Board hears(long utcMillis, long uncertainty) {
        keeper.hear(new SatelliteTime(nanos(), utcMillis, uncertainty));
        return this;
    }

    /** So many seconds, with a look after each. */
    Board pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            monotonicMillis += 1000;
            systemMillis += 1000;
            look();
        }
        return this;
    }

    /** A look now, without time passing. */
    void look() {
        changes.addAll(keeper.look(new ClockLook(nanos(), systemMillis, monotonicMillis, kernelError, timesyncd)));
    }

    /** What has changed since it was last asked. */
    List<ClockChange> changes() {
        List<ClockChange> since = List.copyOf(changes);
        changes.clear();
        return since;
    }

    ClockKeeper keeper() {
        return keeper;
    }

    Standing standing() {
        return keeper.present().standing();
    }

    /** What the gateway takes for the time of day. */
    long ours() {
        return keeper.present().scale().wallMillisAt(nanos());
    }

    long system() {
        return systemMillis;
    }

    ClockStamp stamp() {
        return keeper.present().stampAt(nanos());
    }

    long nanos() {
        return monotonicMillis * NANOS_PER_MILLI;
    }
}
