package dev.firn.sensor.beampair;

/** The level of one beam without what does not last. Times in nanoseconds, of any origin. */
final class SteadyBeam {

    private final long minNanos;
    private boolean broken;
    private boolean changing;
    private long changeNanos;
    private long sinceNanos;
    private long brokenForNanos;

    SteadyBeam(long minNanos) {
        this.minNanos = minNanos;
    }

    /** A beam that is at a level now. */
    void start(boolean isBroken, long timeNanos) {
        broken = isBroken;
        changing = false;
        sinceNanos = timeNanos;
    }

    /** The line changes. */
    void edge(boolean becomesBroken, long timeNanos) {
        if (becomesBroken == broken) {
            changing = false;
        } else if (!changing) {
            changing = true;
            changeNanos = timeNanos;
        }
    }

    /** Whether a change has lasted. */
    boolean isDue(long nowNanos) {
        return changing && nowNanos - changeNanos >= minNanos;
    }

    /** When the change was that has lasted. */
    long changeNanos() {
        return changeNanos;
    }

    /** Takes the change over that has lasted. */
    void settle() {
        broken = !broken;
        changing = false;
        if (!broken) {
            brokenForNanos = changeNanos - sinceNanos;
        }
        sinceNanos = changeNanos;
    }

    boolean isBroken() {
        return broken;
    }

    /** How long it has been broken, or was when it last was. */
    long brokenForNanos(long nowNanos) {
        return broken ? nowNanos - sinceNanos : brokenForNanos;
    }
}
