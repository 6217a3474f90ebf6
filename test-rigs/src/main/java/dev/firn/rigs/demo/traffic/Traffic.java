package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.demo.part.Check;
import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recompute.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a node's readings cost one by one, and what their summaries cost.
 *
 * @param account what was replayed
 * @param ledger what arrived
 * @param exitCode how the gateway ended
 * @param length how much of the day
 * @param written how long it took to write the files
 * @param replayed how long the replay took, until the last message was there
 */
record Traffic(Account account, Ledger ledger, int exitCode, Duration length, Duration written, Duration replayed) {

    private static final double LEAST_RATIO = 10;
    private static final double TOLERANCE = 1e-9;
    private static final double MILLIS_PER_SECOND = 1000;

    PartReport report() {
        return new PartReport(title(), lines(), List.of(arrived(), right(), small()));
    }

    double ratio() {
        return (double) account.bytesOneByOne() / ledger.bytes();
    }

    private String title() {
        return "Bytes that leave the node: %d sensors at 1 Hz, %d h, windows of 1m, took %.0f s (%.0f s to make the files)"
                .formatted(
                        account.sensors().size(),
                        length.toHours(),
                        written.plus(replayed).toMillis() / MILLIS_PER_SECOND,
                        written.toMillis() / MILLIS_PER_SECOND);
    }

    private List<String> lines() {
        return List.of(
                "made           on straight lines between the recorded half hours, with noise and steps of such sensors",
                "one by one     %d bytes: %d readings, topic and {\"t\":…,\"v\":…} each"
                        .formatted(account.bytesOneByOne(), account.readings()),
                "summed up      %d bytes: everything that the subscriber received, %d of it summaries"
                        .formatted(ledger.bytes(), summaries().size()));
    }

    private Check arrived() {
        int gaps = ledger.gaps().size() + ledger.announcedGaps().size();
        int again = ledger.duplicates().size();
        int unreadable = ledger.unreadable().size();
        boolean passed = exitCode == 0 && gaps + again + unreadable == 0 && ledger.arrivals() > 0;
        return new Check(
                passed,
                "%d messages without a gap: %d gaps, %d again, %d unreadable, exit code %d"
                        .formatted(ledger.arrivals(), gaps, again, unreadable, exitCode));
    }

    private Check right() {
        Map<Account.Window, Account.Sum> expected = account.windows();
        long right = summaries().stream()
                .filter(summary -> isRight(expected, summary))
                .map(summary -> new Account.Window(summary.series(), summary.fromMillis()))
                .distinct()
                .count();
        return new Check(
                right == expected.size() && summaries().size() == expected.size(),
                "%d of %d windows have the count and the mean of their readings".formatted(right, expected.size()));
    }

    private Check small() {
        return new Check(ratio() >= LEAST_RATIO, "%.2f : 1, want %.0f : 1 or more".formatted(ratio(), LEAST_RATIO));
    }

    /** The mean of directions is another; that of {@code make demo}'s own day is recomputed. */
    private static boolean isRight(Map<Account.Window, Account.Sum> expected, PublishedSummary summary) {
        Account.Sum sum = expected.get(new Account.Window(summary.series(), summary.fromMillis()));
        if (sum == null || summary.count() != sum.count()) {
            return false;
        }
        double mean = summary.statistic("mean").orElse(Double.NaN);
        return sum.kind() == Kind.DIRECTION
                || Math.abs(mean - sum.mean()) <= TOLERANCE * Math.max(1, Math.abs(sum.mean()));
    }

    private List<PublishedSummary> summaries() {
        return ledger.summaries();
    }
}
