package dev.firn.preprocessor.link;

/** What a preprocessor program answers to whoever started it; numbers of sysexits.h. */
final class ExitCode {

    /** It was drained, or its input ended. */
    static final int FINE = 0;
    /** It was called wrongly. */
    static final int USAGE = 64;
    /** The socket, or whoever took its output, is not there. */
    static final int UNAVAILABLE = 69;
    /** A fault of the program itself. */
    static final int INTERNAL = 70;
    /** Its settings cannot be used. */
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
