package dev.firn.clock;

/** What a look at the system has changed, beyond following it in small steps. */
public sealed interface ClockChange {

    /**
     * The waiting is over: from here on readings can be dated.
     *
     * @param windowsGoOn whether windows that the last run kept are dated alike
     * @param windowsAreRight whether they were dated by a time that was right
     */
    record Decided(boolean windowsGoOn, boolean windowsAreRight) implements ClockChange {}

    /** The waiting ended without a source of time. */
    record Unsynced() implements ClockChange {}

    /**
     * The time of day changes.
     *
     * @param fromMillis what it was until now
     * @param toMillis what it is from now on
     * @param source why
     * @param wasRight whether it was held for right before
     * @param partsWindows whether windows must not hold readings from before and after it
     */
    record Corrected(long fromMillis, long toMillis, TimeSource source, boolean wasRight, boolean partsWindows)
            implements ClockChange {}

    /**
     * A source of time says something that cannot be: the gateway keeps its own time.
     *
     * @param saidMillis what it says
     * @param oursMillis what the gateway goes on with
     * @param byReceiver whether a satellite receiver says it, and not the system's clock
     */
    record Refused(long saidMillis, long oursMillis, boolean byReceiver) implements ClockChange {}
}
