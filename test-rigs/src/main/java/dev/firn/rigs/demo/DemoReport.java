package dev.firn.rigs.demo;

import dev.firn.rigs.ledger.Gap;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.SummaryCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of the demonstration, and whether it is what must come.
 *
 * @param plan what was asked for
 * @param ledger what arrived
 * @param exitCode how the gateway ended
 * @param took how long the gateway ran
 * @param expected how many summaries there must be
 * @param countedOnly how many of those that arrived could be compared by their counts only
 * @param differences in what they differ from those that must be
 */
record DemoReport(
        DemoPlan plan,
        Ledger ledger,
        int exitCode,
        Duration took,
        int expected,
        long countedOnly,
        List<String> differences) {

    private static final int MOST_REASONS = 5;

    DemoReport {
        differences = List.copyOf(differences);
    }

    /** Compares what arrived with what must come. */
    static DemoReport of(DemoPlan plan, Ledger ledger, int exitCode, Duration took) {
        List<ExpectedSummary> expected = plan.expected();
        SummaryCheck check = SummaryCheck.judged(expected);
        List<PublishedSummary> summaries = ledger.summaries();
        return new DemoReport(
                plan,
                ledger,
                exitCode,
                took,
                expected.size(),
                check.countedOnly(summaries),
                check.differences(summaries));
    }

    /** Why it is not what must come; nothing if it is. */
    List<String> failures() {
        return Stream.of(processFailures(), ledgerFailures(), countFailures(), differences.stream())
                .flatMap(reasons -> reasons)
                .toList();
    }

    /** The report, with the verdict as its last lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Firn demo: %s, speed %s, windows of %s, took %.0f s"
                .formatted(plan.title(), plan.speed(), plan.window(), took.toMillis() / 1000.0));
        lines.add("  readings in    %d, of them %d missing; the files hold %d"
                .formatted(gatewayFigure("readings"), plan.missing(), plan.readings()));
        lines.add("  summaries out  %d, received %d"
                .formatted(gatewayFigure("summaries"), summaries().size()));
        lines.add("  events         " + eventKinds());
        lines.add("  gaps           "
                + ledger.gaps().stream().mapToLong(Gap::length).sum());
        lines.add("  duplicates     " + ledger.duplicates().size());
        lines.add("  recomputed     " + recomputed());
        lines.add("  bytes in       %d if each reading were a message of its own: topic and {\"t\":…,\"v\":…}"
                .formatted(plan.bytesOneByOne()));
        lines.add("                 (%d in the recorded rows)".formatted(plan.rowBytes()));
        lines.add("  bytes out      %d: topics and payloads of all messages received".formatted(ledger.bytes()));
        lines.add("  ratio          " + ratio());
        lines.addAll(verdict());
        return lines;
    }

    private List<String> verdict() {
        List<String> failures = failures();
        if (failures.isEmpty()) {
            return List.of("OK: everything recorded arrived, once, and every summary is right");
        }
        List<String> lines = new ArrayList<>();
        failures.stream().limit(MOST_REASONS).forEach(reason -> lines.add("FAILED: " + reason));
        if (failures.size() > MOST_REASONS) {
            lines.add("FAILED: and %d more".formatted(failures.size() - MOST_REASONS));
        }
        return lines;
    }

    private Stream<String> processFailures() {
        return Stream.concat(
                reason(exitCode != 0, "the gateway ended with exit code " + exitCode),
                reason(ledger.arrivals() == 0, "nothing arrived"));
    }

    private Stream<String> ledgerFailures() {
        return Stream.of(
                        ledger.unreadable().stream(),
                        ledger.gaps().stream().map(gap -> "missing: " + gap),
                        ledger.announcedGaps().stream().map(gap -> "lost, as the gateway says: " + gap),
                        reason(
                                !ledger.duplicates().isEmpty(),
                                ledger.duplicates().size() + " messages came again"))
                .flatMap(reasons -> reasons);
    }

    private Stream<String> countFailures() {
        long in = gatewayFigure("readings");
        long out = gatewayFigure("summaries");
        int came = summaries().size();
        return Stream.of(
                        reason(firstSeq() > 1, "the numbering begins with " + firstSeq() + " instead of its beginning"),
                        reason(ends().size() != 1, ends().size() + " events \"replay-ended\" instead of one"),
                        reason(
                                in != plan.readings(),
                                "the gateway counts " + in + " readings, the files hold " + plan.readings()),
                        reason(out != came, "the gateway counts " + out + " summaries, " + came + " arrived"))
                .flatMap(reasons -> reasons);
    }

    private String recomputed() {
        String rest = countedOnly == 0
                ? ""
                : ", %d with values left out or replaced by their counts only".formatted(countedOnly);
        return "%d summaries from the files, %d differences%s".formatted(expected, differences.size(), rest);
    }

    private String ratio() {
        return String.format(
                Locale.ROOT,
                "%.2f : 1 against single messages, %.2f : 1 against the rows, at %.1f readings a summary",
                (double) plan.bytesOneByOne() / ledger.bytes(),
                (double) plan.rowBytes() / ledger.bytes(),
                (double) plan.readings() / expected);
    }

    private String eventKinds() {
        Map<String, Long> kinds = ledger.events().stream()
                .collect(Collectors.groupingBy(PublishedEvent::kind, TreeMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    private List<PublishedSummary> summaries() {
        return ledger.summaries();
    }

    private List<PublishedEvent> ends() {
        return ledger.events("replay-ended");
    }

    private long firstSeq() {
        return ledger.epochs().stream()
                .mapToLong(epoch -> ledger.seqs(epoch).getFirst())
                .max()
                .orElse(0);
    }

    private long gatewayFigure(String name) {
        return ends().stream().mapToLong(end -> end.number(name)).sum();
    }

    private static Stream<String> reason(boolean failed, String reason) {
        return failed ? Stream.of(reason) : Stream.empty();
    }
}
