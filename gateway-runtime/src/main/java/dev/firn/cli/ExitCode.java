package dev.firn.cli;

/** What {@code firn} answers to the shell; numbers of sysexits.h where it has one. */
final class ExitCode {

    static final int FINE = 0;
    /** It did what was asked, and found a problem. */
    static final int PROBLEM = 1;

    static final int USAGE = 64;
    static final int UNAVAILABLE = 69;
    static final int INTERNAL = 70;
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
