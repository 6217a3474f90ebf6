package dev.firn.preprocessor.people;

import dev.firn.preprocessor.Advice.Severity;

/** What somebody can do, in the order in which it is looked for: the first that fits is recommended. */
public enum Action {
    /** A lift stands and people wait at it: send them to another, or tell them. */
    SEND_ELSEWHERE(Severity.ALARM),
    /** More people than the area is meant for: let nobody in. */
    CLOSE_ENTRY(Severity.ALARM),
    /** People in a queue stand too close: open a second lane. */
    OPEN_LANE(Severity.WARNING),
    /** A long wait: send people to a lift with a shorter one, or take up more. */
    SHORTEN_WAIT(Severity.WARNING),
    /** The area is nearly full and fills further: slow the entry. */
    SLOW_ENTRY(Severity.WARNING),
    /** The counters cannot be trusted: look at them. */
    CHECK_COUNTERS(Severity.WARNING),
    /** Nothing. */
    NONE(Severity.INFO);

    private final Severity severity;

    Action(Severity severity) {
        this.severity = severity;
    }

    /** Whether somebody should. */
    public Severity severity() {
        return severity;
    }
}
