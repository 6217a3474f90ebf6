package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/**
 * Height of new snow, m: the sum over 24 h of what the snow height has risen (HN24 of Fierz et al. 2009, here without a
 * board; settling is not made up for). It works on steps of equal length, each with one snow height:
 *
 * <ul>
 *   <li>The height of a step is the median of itself, the one before and the one after, so that a single step that
 *       sticks out of its neighbours is nothing. The rise of a step is therefore known one step later.
 *   <li>A rise counts when it is as great as the sensor's noise, measured from the least height since the last that
 *       counted: slow snowfall adds up, wandering about a height does not.
 *   <li>A rise in air that is too warm for snow does not count.
 *   <li>A rise in a gust that drifts snow counts, but is marked.
 * </ul>
 *
 * <p>A step without a height is left out; after 24 h without any it begins anew. For one thread.
 */
public final class NewSnow implements Stateful {

    /** What is summed: milliseconds. */
    public static final long SPAN_MILLIS = 86_400_000;

    private final double noise;
    private final double airBelow;
    private final double driftGust;
    private final RiseRing rises;
    private final int spanSteps;

    // The two steps before, newest last; as many as known.
    private int known;
    private double older;
    private SnowStep newer = new SnowStep(0, 0, 0, 0);
    private boolean hasBase;
    private double base;
    private boolean driftSinceBase;

    /**
     * Nothing has come yet.
     *
     * @param stepMillis length of a step, above 0 and at most 24 h
     * @param noise least rise that counts, m, above 0
     * @param airBelow air temperature, °C, from which on a rise is not snow
     * @param driftGust speed of a gust, m/s, above which snow drifts
     */
    public NewSnow(long stepMillis, double noise, double airBelow, double driftGust) {
        this.noise = noise;
        this.airBelow = airBelow;
        this.driftGust = driftGust;
        spanSteps = Math.toIntExact(Math.ceilDiv(SPAN_MILLIS, stepMillis));
        rises = new RiseRing(spanSteps);
    }

    /** Takes the next step; one that is not after the last is left out. */
    public void add(SnowStep step) {
        if (known > 0 && step.number() <= newer.number()) {
            return;
        }
        if (known > 0 && step.number() - newer.number() > spanSteps) {
            known = 0;
            hasBase = false;
        }
        if (known == 2) {
            rise(newer, median(older, newer.height(), step.height()));
        }
        older = newer.height();
        newer = step;
        known = Math.min(2, known + 1);
    }

    private void rise(SnowStep step, double height) {
        driftSinceBase |= step.gust() > driftGust;
        if (!hasBase || height <= base || step.celsius() >= airBelow) {
            setBase(height);
        } else if (height - base >= noise) {
            rises.add(step.number(), height - base, driftSinceBase);
            setBase(height);
        }
    }

    private void setBase(double height) {
        hasBase = true;
        base = height;
        driftSinceBase = false;
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** The sum over the 24 h that end with the step of this number. */
    public double sum(long stepNumber) {
        return rises.sum(stepNumber);
    }

    /** Whether any rise in these 24 h came with drifting snow. */
    public boolean hasDrifted(long stepNumber) {
        return rises.hasDrifted(stepNumber);
    }

    @Override
    public void save(StateWriter state) {
        state.put((long) known).put(older).put(newer.number()).put(newer.height());
        state.put(newer.celsius()).put(newer.gust());
        state.put(hasBase).put(base).put(driftSinceBase);
        rises.save(state);
    }

    @Override
    public void restore(StateReader state) {
        known = state.getInt(0, 2);
        older = state.getDouble();
        newer = new SnowStep(state.getLong(), state.getDouble(), state.getDouble(), state.getDouble());
        hasBase = state.getBoolean();
        base = state.getDouble();
        driftSinceBase = state.getBoolean();
        rises.restore(state);
    }
}
