package dev.firn.sensor.beampair;

import dev.firn.sensor.beampair.Gate.AtBoth;
import dev.firn.sensor.beampair.Gate.Between;
import dev.firn.sensor.beampair.Gate.Clear;
import dev.firn.sensor.beampair.Gate.Entering;
import dev.firn.sensor.beampair.Gate.Following;
import dev.firn.sensor.beampair.Gate.FollowingBetween;
import dev.firn.sensor.beampair.Gate.Leaving;
import dev.firn.sensor.beampair.Gate.Unclear;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts who passes two beams: edges in, passages out. It decides by the edges' own times only, so that when they are
 * fetched changes nothing. Not thread-safe.
 *
 * <p>A, both, B, none is one in; the reverse is one out; A, both, A, none has turned back. A body that is narrower than
 * the beams are apart is A, none, B, none, if it is quick enough. A beam that breaks anew while somebody is still at the
 * other one is the next person where the first cannot be on his way back, or where the next passes too. Two side by side
 * are one, so the counts are a lower bound.
 *
 * <p>A passage of which both beams were broken for long enough to be blocked is none: snow falls off lenses as it likes.
 */
final class GateCounter {

    private static final Gate CLEAR = new Clear();
    private static final Gate UNCLEAR = new Unclear();

    private final Map<Beam, SteadyBeam> beams = new EnumMap<>(Beam.class);
    private final Map<Beam, Integer> passages = new EnumMap<>(Beam.class);
    private final long minBetweenNanos;
    private final long timeoutNanos;
    private final long blockedNanos;
    private Gate gate = CLEAR;

    GateCounter(GateTimes times) {
        for (Beam beam : Beam.values()) {
            beams.put(beam, new SteadyBeam(times.minBreak().toNanos()));
        }
        minBetweenNanos = times.minBetween().toNanos();
        timeoutNanos = times.timeout().toNanos();
        blockedNanos = times.blockedAfter().toNanos();
    }

    /** Begins, or begins anew, with the beams at these levels. */
    void start(boolean brokenA, boolean brokenB, long timeNanos) {
        beam(Beam.A).start(brokenA, timeNanos);
        beam(Beam.B).start(brokenB, timeNanos);
        gate = brokenA || brokenB ? UNCLEAR : CLEAR;
    }

    /** A beam breaks or becomes whole. Never earlier than what came before. */
    void edge(Beam beam, boolean broken, long timeNanos) {
        advance(timeNanos);
        beam(beam).edge(broken, timeNanos);
    }

    /** Lets time pass: no edge before this time is to come. */
    void advance(long nowNanos) {
        for (Beam due = nextDue(nowNanos); due != null; due = nextDue(nowNanos)) {
            SteadyBeam beam = beam(due);
            beam.settle();
            gate = beam.isBroken() ? breaks(due, beam.changeNanos()) : clears(due, beam.changeNanos());
        }
    }

    /** Some edges never came: who is in the gate now is not counted. */
    void forget() {
        gate = anyBroken() ? UNCLEAR : CLEAR;
    }

    /** Whether a beam has been broken for so long that it is no person. */
    boolean isBlocked(long nowNanos) {
        return beams.values().stream()
                .anyMatch(beam -> beam.isBroken() && beam.brokenForNanos(nowNanos) >= blockedNanos);
    }

    /** How many have come to this beam first and passed the other one, since the last call. */
    int takePassages(Beam first) {
        Integer taken = passages.remove(first);
        return taken == null ? 0 : taken;
    }

    private Gate breaks(Beam beam, long time) {
        return switch (gate) {
            case Clear() -> new Entering(beam, time, false, 0);
            case Unclear() -> gate;
            case Entering(Beam first, long since, boolean wasAtBoth, int passed) ->
                wasAtBoth || time - since >= minBetweenNanos ? new AtBoth(first, passed, false) : UNCLEAR;
            case Between(Beam first, long since, long clear) ->
                isPassage(beam, first, since, clear, time)
                        ? new Leaving(first, false, 0)
                        : new Entering(beam, time, false, 0);
            case AtBoth both -> both;
            case Leaving(Beam first, boolean wasAtBoth, int passed) ->
                wasAtBoth ? new AtBoth(first, passed, true) : followed(first, time);
            case Following following -> following;
            case FollowingBetween(Beam first, long since, long clear) -> new Following(first, time);
        };
    }

    private Gate clears(Beam beam, long time) {
        return switch (gate) {
            case Clear() -> gate;
            case Unclear() -> anyBroken() ? UNCLEAR : CLEAR;
            case Entering(Beam first, long since, boolean wasAtBoth, int passed) ->
                wasAtBoth ? turnedBack(first, passed) : new Between(first, since, time);
            case Between between -> between;
            case AtBoth(Beam first, int passed, boolean cameBack) ->
                beam == first
                        ? new Leaving(first, true, passed)
                        : new Entering(first, time, true, cameBack ? passed + 1 : passed);
            case Leaving(Beam first, boolean wasAtBoth, int passed) -> passed(first, passed, time);
            case Following(Beam first, long since) ->
                beam == first ? new FollowingBetween(first, since, time) : new Entering(first, since, false, 0);
            case FollowingBetween(Beam first, long since, long clear) -> new Between(first, since, clear);
        };
    }

    private boolean isPassage(Beam beam, Beam first, long since, long clear, long time) {
        return beam != first && time - since >= minBetweenNanos && time - clear <= timeoutNanos;
    }

    /** Whoever is at the other beam has not been at both, so he is not back at the first: that is the next one. */
    private Gate followed(Beam first, long time) {
        count(first, 1);
        return new Following(first, time);
    }

    private Gate passed(Beam first, int before, long time) {
        boolean snow = beams.values().stream().allMatch(beam -> beam.brokenForNanos(time) >= blockedNanos);
        count(first, snow ? before : before + 1);
        return CLEAR;
    }

    /** Of those who seemed to have passed, the last one is the one who is back. */
    private Gate turnedBack(Beam first, int before) {
        count(first, Math.max(0, before - 1));
        return CLEAR;
    }

    private void count(Beam first, int people) {
        passages.merge(first, people, Integer::sum);
    }

    private boolean anyBroken() {
        return beams.values().stream().anyMatch(SteadyBeam::isBroken);
    }

    private SteadyBeam beam(Beam beam) {
        return Objects.requireNonNull(beams.get(beam));
    }

    /** The beam whose change has lasted; of two the one that changed first. */
    private @Nullable Beam nextDue(long nowNanos) {
        boolean a = beam(Beam.A).isDue(nowNanos);
        boolean b = beam(Beam.B).isDue(nowNanos);
        if (a && b) {
            return beam(Beam.A).changeNanos() <= beam(Beam.B).changeNanos() ? Beam.A : Beam.B;
        }
        return a ? Beam.A : b ? Beam.B : null;
    }
}
