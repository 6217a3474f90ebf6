package dev.firn.clock;

import dev.firn.clock.ClockChange.Corrected;
import dev.firn.clock.ClockChange.Decided;
import dev.firn.clock.ClockChange.Refused;
import dev.firn.clock.ClockChange.Unsynced;
import dev.firn.clock.SystemSteps.Movement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Decides what time it is. The gateway's time of day is monotonic time and an offset that is owned here; the system's clock
 * is something that is looked at about once a second, and believed as far as it can be:
 *
 * <ul>
 *   <li>up to a second off, it is followed without a word;
 *   <li>until the time is right, any that a source gives, or that somebody has set, is taken, if it is not before this
 *       program was built;
 *   <li>a time that is right goes forward by a year at most and back by a day at most. What is beyond that is refused, and
 *       the gateway goes on with its own time.
 * </ul>
 *
 * <p>Pure: looks come in, changes come out. Monotonic times are those of {@link System#nanoTime}. One thread.
 */
final class ClockKeeper {

    static final long MOST_FORWARD_MILLIS = Duration.ofDays(365).toMillis();
    static final long MOST_BACKWARD_MILLIS = Duration.ofDays(1).toMillis();

    /** A window may hold readings from both sides of a smaller step forward. */
    private static final long MOST_WITHIN_WINDOWS_MILLIS = Duration.ofHours(1).toMillis();

    private final UUID boot;
    private final ClockSettings settings;
    private final Optional<ClockMemory> memory;
    private final boolean goesOn;
    /** It cannot be earlier than monotonic time and this. */
    private final long floorOffsetMillis;

    private final SystemSteps steps;
    private Timekeeping present;
    private boolean isDecided;
    private long systemOffsetMillis;
    private OptionalLong refusedOffsetMillis = OptionalLong.empty();
    private Optional<SatelliteTime> satellites = Optional.empty();

    /**
     * A keeper that has looked at nothing yet.
     *
     * @param boot of the board
     * @param memory what the last run left, if it did
     * @param nanos monotonic time now
     * @param systemMillis what the system's clock shows now
     */
    ClockKeeper(UUID boot, ClockSettings settings, Optional<ClockMemory> memory, long nanos, long systemMillis) {
        this.boot = boot;
        this.settings = settings;
        this.memory = memory;
        Optional<ClockMemory> ofThisBoot = memory.filter(left -> left.boot().equals(boot));
        goesOn = ofThisBoot.isPresent();
        // Within a boot monotonic time has gone on since; from one boot to another nobody knows how long it took.
        long lastGood = memory.map(ClockMemory::lastGoodMillis).orElse(Long.MIN_VALUE);
        long lastGoodNanos = ofThisBoot.map(ClockMemory::savedNanos).orElse(nanos);
        floorOffsetMillis = Math.max(
                lastGood == Long.MIN_VALUE ? Long.MIN_VALUE : lastGood - Timescale.millis(lastGoodNanos),
                settings.earliestMillis() - Timescale.millis(nanos));
        systemOffsetMillis = systemMillis - Timescale.millis(nanos);
        steps = new SystemSteps(ofThisBoot.map(ClockMemory::systemOffsetMillis).orElse(systemOffsetMillis));
        present = ofThisBoot
                .map(left -> new Timekeeping(
                        left.standing(), Timescale.of(left.offsetMillis()), left.bound(), left.mending()))
                .orElseGet(() -> guess(Standing.WAITING, Optional.empty()));
    }

    /** What the time of day is now; a guess while it is waited for a source. */
    Timekeeping present() {
        return present;
    }

    /** A receiver with a fix has told the time. */
    void hear(SatelliteTime time) {
        satellites = Optional.of(time);
    }

    /** Looks at the system; what changes by it, in order. */
    List<ClockChange> look(ClockLook look) {
        List<ClockChange> changes = new ArrayList<>();
        systemOffsetMillis = look.systemOffsetMillis();
        if (goesOn) {
            decide(changes);
        }
        boolean mayStillChange = false;
        // A receiver that was off for years may begin with any date.
        Optional<Source> source =
                Source.of(look, satellites.filter(time -> isPossible(time.offsetMillis(), look.nanos())));
        if (source.isPresent() && (present.isRight() || isPossible(source.get().offsetMillis(), look.nanos()))) {
            steps.follow(systemOffsetMillis);
            believe(source.get(), look.nanos(), changes);
        } else {
            mayStillChange = watch(look.nanos(), changes);
        }
        boolean waitIsOver = look.uptimeMillis() >= settings.patience().toMillis();
        if (!isDecided && waitIsOver && !mayStillChange) {
            changes.addAll(endWaiting());
        }
        return changes;
    }

    /** Waits no longer. */
    List<ClockChange> endWaiting() {
        List<ClockChange> changes = new ArrayList<>();
        if (!isDecided && goesOn) {
            decide(changes);
        } else if (!isDecided) {
            Timekeeping guessed = guess(Standing.PROVISIONAL, Optional.empty());
            long offset = guessed.scale().offsetMillis();
            // What was said meanwhile was dated by the guess of the start.
            present = offset == present.scale().offsetMillis()
                    ? guessed
                    : guess(Standing.PROVISIONAL, Optional.of(new Mending(offset, false, ErrorBound.UNKNOWN)));
            decide(changes);
            changes.add(new Unsynced());
        }
        return changes;
    }

    /** Whether the system's clock shows a time that is not believed. */
    boolean isRefusing() {
        return refusedOffsetMillis.isPresent();
    }

    /** What the next run should know; nothing before anything is decided. */
    Optional<ClockMemory> memory(long nanos) {
        if (!isDecided) {
            return Optional.empty();
        }
        Timescale scale = present.scale();
        long floor = Timescale.millis(nanos) + floorOffsetMillis;
        return Optional.of(new ClockMemory(
                boot,
                present.standing(),
                scale.offsetMillis(),
                steps.offsetMillis(),
                present.bound(),
                present.mending(),
                nanos,
                present.isRight() ? Math.max(floor, scale.wallMillisAt(nanos)) : floor));
    }

    // ---- a source of time says something ----

    private void believe(Source source, long nanos, List<ClockChange> changes) {
        long millis = source.offsetMillis() - present.scale().offsetMillis();
        if (!present.isRight()) {
            correct(source, true, nanos, changes);
        } else if (Math.abs(millis) <= SystemSteps.MOST_FOLLOWED_MILLIS) {
            follow(source, nanos);
        } else if (isPlausible(source.offsetMillis(), nanos)) {
            correct(source, true, nanos, changes);
        } else {
            refuse(source, nanos, changes);
        }
    }

    private void follow(Source source, long nanos) {
        refusedOffsetMillis = OptionalLong.empty();
        Timescale scale = present.scale();
        boolean agrees = source.agreesWith(scale.offsetMillis());
        long apart = Math.abs(source.offsetMillis() - scale.offsetMillis());
        ErrorBound said = agrees ? new ErrorBound(source.errorMillis() + apart, nanos) : source.boundAt(nanos);
        // What was once set says nothing of how far off it is by now: what was known before goes on growing.
        ErrorBound bound = source.errorMillis() < 0 ? present.bound() : said;
        boolean isWorse = source.name() == TimeSource.GPS
                && agrees
                && present.bound().isKnown()
                && present.bound().millisAt(nanos) <= bound.millis();
        present = new Timekeeping(
                Standing.RIGHT,
                agrees ? scale : scale.changed(source.offsetMillis(), nanos),
                isWorse ? present.bound() : bound,
                present.mending());
    }

    // ---- no source says anything ----

    /** Watches what the system's clock does by itself; whether that is not clear yet. */
    private boolean watch(long nanos, List<ClockChange> changes) {
        return switch (steps.look(nanos, systemOffsetMillis)) {
            case Movement.Small(long millis) -> {
                if (isDecided && millis != 0) {
                    shift(present.scale().offsetMillis() + millis, nanos);
                }
                yield false;
            }
            case Movement.Doubtful() -> true;
            case Movement.Stepped() -> {
                considerStep(nanos, changes);
                yield false;
            }
        };
    }

    private void considerStep(long nanos, List<ClockChange> changes) {
        long millis = systemOffsetMillis - present.scale().offsetMillis();
        Source byHand = new Source(TimeSource.SET_BY_HAND, systemOffsetMillis, -1);
        if (isDecided && Math.abs(millis) <= SystemSteps.MOST_FOLLOWED_MILLIS) {
            refusedOffsetMillis = OptionalLong.empty();
            shift(systemOffsetMillis, nanos);
        } else if (present.isRight() ? isPlausible(systemOffsetMillis, nanos) : isPossible(systemOffsetMillis, nanos)) {
            correct(byHand, false, nanos, changes);
        } else if (present.isRight()) {
            refuse(byHand, nanos, changes);
        }
    }

    private void shift(long offsetMillis, long nanos) {
        present = new Timekeeping(
                present.standing(), present.scale().changed(offsetMillis, nanos), present.bound(), present.mending());
    }

    // ---- what follows ----

    private void correct(Source source, boolean right, long nanos, List<ClockChange> changes) {
        refusedOffsetMillis = OptionalLong.empty();
        boolean wasDecided = isDecided;
        boolean wasRight = present.isRight();
        long from = present.scale().wallMillisAt(nanos);
        long to = Timescale.millis(nanos) + source.offsetMillis();
        boolean isStep = Math.abs(to - from) > SystemSteps.MOST_FOLLOWED_MILLIS;
        boolean parts = wasDecided && isStep && (!wasRight || to < from || to - from > MOST_WITHIN_WINDOWS_MILLIS);
        ErrorBound bound = source.boundAt(nanos);
        long offset = source.agreesWith(present.scale().offsetMillis())
                ? present.scale().offsetMillis()
                : source.offsetMillis();
        present = new Timekeeping(
                right ? Standing.RIGHT : Standing.PROVISIONAL,
                parts || !wasDecided ? Timescale.of(offset) : present.scale().changed(offset, nanos),
                bound,
                Optional.of(new Mending(offset, right, bound)));
        decide(changes);
        if (isStep) {
            changes.add(new Corrected(from, to, source.name(), wasRight, parts));
        }
    }

    private void refuse(Source source, long nanos, List<ClockChange> changes) {
        long offsetMillis = source.offsetMillis();
        boolean isNew = refusedOffsetMillis.isEmpty()
                || Math.abs(offsetMillis - refusedOffsetMillis.getAsLong()) > SystemSteps.MOST_FOLLOWED_MILLIS;
        refusedOffsetMillis = OptionalLong.of(offsetMillis);
        if (isNew) {
            changes.add(new Refused(
                    Timescale.millis(nanos) + offsetMillis,
                    present.scale().wallMillisAt(nanos),
                    source.name() == TimeSource.GPS));
        }
    }

    private void decide(List<ClockChange> changes) {
        if (!isDecided) {
            isDecided = true;
            boolean wereRight = memory.stream().allMatch(left -> left.standing() == Standing.RIGHT);
            changes.add(new Decided(goesOn || (present.isRight() && wereRight), wereRight));
        }
    }

    private Timekeeping guess(Standing standing, Optional<Mending> mending) {
        Timescale scale = Timescale.of(Math.max(systemOffsetMillis, floorOffsetMillis));
        return new Timekeeping(standing, scale, ErrorBound.UNKNOWN, mending);
    }

    private boolean isPossible(long offsetMillis, long nanos) {
        return Timescale.millis(nanos) + offsetMillis >= settings.earliestMillis();
    }

    private boolean isPlausible(long offsetMillis, long nanos) {
        long millis = offsetMillis - present.scale().offsetMillis();
        return isPossible(offsetMillis, nanos) && millis <= MOST_FORWARD_MILLIS && millis >= -MOST_BACKWARD_MILLIS;
    }
}
