package dev.firn.rigs.powercut;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of a gateway that was ended without warning, again and again.
 *
 * @param what how it was ended
 * @param cuts how often
 * @param starts how often it was seen to come up
 * @param records numbers that the subscriber has in the end
 * @param lost numbers that it lacks, announced or not
 * @param duplicates messages whose number had come before
 * @param altered of these, those that were not the same to the byte
 * @param tornTails starts that cut off a record which was half written
 * @param slowestStart longest time from the process's start until its outbox was open
 * @param longestTail longest time of which nothing is left at the end of a run: from the end of its last window that
 *     arrived to the cut. Zero where that cannot be told
 * @param seed of the moments
 * @param complaints everything else that was not as it must be
 */
public record CutReport(
        String what,
        int cuts,
        int starts,
        long records,
        long lost,
        int duplicates,
        int altered,
        int tornTails,
        Duration slowestStart,
        Duration longestTail,
        long seed,
        List<String> complaints) {

    private static final String LINE = "%-12s %6s %7s %9s %6s %11s %8s %11s %14s %13s %20s";

    /** Copies the complaints. */
    public CutReport {
        complaints = List.copyOf(complaints);
    }

    /** Whether everything is as it must be. */
    public boolean isClean() {
        return lost == 0 && altered == 0 && complaints.isEmpty();
    }

    /** The head of a table of reports. */
    public static String head() {
        return LINE.formatted(
                "ended by",
                "cuts",
                "starts",
                "records",
                "lost",
                "duplicates",
                "altered",
                "torn tails",
                "slowest start",
                "longest tail",
                "seed");
    }

    /** Its line of the table, and a line for each complaint. */
    public String lines() {
        String line = LINE.formatted(
                what,
                cuts,
                starts,
                records,
                lost,
                duplicates,
                altered,
                tornTails,
                seconds(slowestStart),
                longestTail.isZero() ? "-" : seconds(longestTail),
                seed);
        return complaints.isEmpty() ? line : line + "\n  " + String.join("\n  ", complaints);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
