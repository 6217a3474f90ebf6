package dev.firn.power;

/** How much of its power the node spends, from all of it down to what keeps it alive. */
public enum PowerLevel {
    /** Everything that is configured runs at its own pace. */
    FULL,
    /** Nothing stops, but sampling and processor are slowed where nobody will miss it. */
    ECO,
    /** Optional services are stopped, and what remains is slowed. */
    LOW,
    /** Only measuring at the slowest pace, keeping and sending go on, so that the node itself is not lost. */
    SURVIVAL;

    /** Whether this level spends less than the other. */
    public boolean isBelow(PowerLevel other) {
        return compareTo(other) > 0;
    }
}
