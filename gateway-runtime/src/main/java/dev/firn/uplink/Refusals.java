package dev.firn.uplink;

import java.util.OptionalLong;

/**
 * Tells a record that the broker does not take from a link that is bad. MQTT 3.1.1 has no word for the former: the broker
 * ends the connection. A record is refused when the connection ended on it {@value #STRIKES} times running, then others
 * passed while it was held back, and then, sent alone, it ended the connection once more.
 *
 * <p>Not thread-safe.
 */
final class Refusals {

    static final int STRIKES = 3;

    /** What to do with a record. */
    enum Verdict {
        /** Send it. */
        SEND,
        /** Keep it aside, and send others. */
        HOLD
    }

    private static final long NOBODY = -1;

    private long suspect = NOBODY;
    private int strikes;
    private boolean othersPassed;
    private boolean alone;

    Verdict verdict(long seq) {
        return seq == suspect && strikes >= STRIKES && !alone ? Verdict.HOLD : Verdict.SEND;
    }

    /** The broker has taken a record. */
    void landed(long seq) {
        if (seq == suspect) {
            acquit();
        } else if (strikes >= STRIKES) {
            othersPassed = true;
        }
    }

    /** Another message than a record has passed. */
    void otherPassed() {
        othersPassed = strikes >= STRIKES;
    }

    /** Whether it is still to be seen that others pass while a record is held back. */
    boolean isInDoubt() {
        return strikes >= STRIKES && !othersPassed;
    }

    /** Whether the record that is kept aside is to be tried alone now, nothing else being on its way. */
    boolean isTimeToTryAlone() {
        return strikes >= STRIKES && othersPassed;
    }

    /** The record that was kept aside goes alone. */
    void triesAlone() {
        alone = true;
    }

    /** Whether nothing else may be sent until the broker has answered. */
    boolean isAlone() {
        return alone;
    }

    /**
     * The connection was lost.
     *
     * @param oldest the record with the lowest number that was on its way; empty where none was
     * @return the record that is refused for good, which is forgotten here
     */
    OptionalLong lost(OptionalLong oldest) {
        if (alone) {
            long refused = suspect;
            boolean onIt = oldest.isPresent() && oldest.getAsLong() == refused;
            alone = false;
            if (onIt) {
                acquit();
                return OptionalLong.of(refused);
            }
        } else if (strikes < STRIKES && oldest.isPresent()) {
            strikes = oldest.getAsLong() == suspect ? strikes + 1 : 1;
            suspect = oldest.getAsLong();
        }
        othersPassed = false;
        return OptionalLong.empty();
    }

    private void acquit() {
        suspect = NOBODY;
        strikes = 0;
        othersPassed = false;
        alone = false;
    }
}
