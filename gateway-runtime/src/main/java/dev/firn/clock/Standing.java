package dev.firn.clock;

/** What the gateway knows of its own time of day. */
public enum Standing {
    /** Just started; a source of time is waited for. */
    WAITING,
    /** None came in time: the best guess, until one comes. */
    PROVISIONAL,
    /** Set from a source of time. */
    RIGHT
}
