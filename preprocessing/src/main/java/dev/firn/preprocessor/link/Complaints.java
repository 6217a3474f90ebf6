package dev.firn.preprocessor.link;

import java.io.PrintStream;

/**
 * What is wrong with single lines, for whoever reads standard error. The first {@value #REPORTED} are told one by one,
 * the rest as a number: a stream of rubbish is not to fill a disk.
 */
final class Complaints {

    /** How many lines are told one by one. */
    static final int REPORTED = 100;

    private final String program;
    private final PrintStream out;
    private long skipped;

    Complaints(String program, PrintStream out) {
        this.program = program;
        this.out = out;
    }

    /** A line, or a record of it, was skipped. */
    void skipped(long line, String reason) {
        skipped++;
        if (skipped <= REPORTED) {
            say("input line " + line + " skipped: " + reason);
        }
    }

    /** Says how many were skipped that were not told one by one. */
    void end() {
        if (skipped > REPORTED) {
            say(skipped - REPORTED + " more lines were skipped");
        }
    }

    /** Says something about the program as a whole. */
    void say(String text) {
        out.println(program + ": " + text);
        out.flush();
    }
}
