package dev.firn.pipeline;

/** What became of a reading that was offered to a {@link Pipeline}. */
public enum Acceptance {
    /** It is in the open window of its series. */
    TAKEN,
    /** Its window was closed before it came, so it is in no summary. */
    LATE
}
