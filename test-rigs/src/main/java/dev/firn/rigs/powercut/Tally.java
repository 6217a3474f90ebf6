package dev.firn.rigs.powercut;

import dev.firn.rigs.ledger.Gap;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts what is seen of a gateway from cut to cut. One thread. */
final class Tally {

    private static final Pattern EPOCH = Pattern.compile("outbox: .*, epoch ([0-9a-f-]{36}), ");
    private static final Pattern TORN = Pattern.compile("outbox: \\d+ torn bytes cut off");
    private static final Pattern WORRY =
            Pattern.compile("(?m)^(?!\\(output cut off).*(?:Exception|outbox: .*(?:damaged|set aside)).*$");

    private final String what;
    private final long seed;
    private final Set<String> epochs = new HashSet<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int cuts;
    private int starts;
    private int tornTails;
    private Duration slowestStart = Duration.ZERO;

    /** One run of the gateway that was seen to come up, by wall time. */
    private record Run(Instant start, Instant end) {}

    Tally(String what, long seed) {
        this.what = what;
        this.seed = seed;
    }

    /** Whether the gateway's words say that its outbox is open. */
    static boolean isUp(String words) {
        return EPOCH.matcher(words).find();
    }

    void started(Duration within) {
        starts++;
        slowestStart = slowestStart.compareTo(within) < 0 ? within : slowestStart;
    }

    /** The gateway was cut, or ended, having said this. */
    void ended(boolean cut, String words) {
        cuts += cut ? 1 : 0;
        if (TORN.matcher(words).find()) {
            tornTails++;
        }
        Matcher epoch = EPOCH.matcher(words);
        if (epoch.find()) {
            epochs.add(epoch.group(1));
        }
        Matcher worry = WORRY.matcher(words);
        if (worry.find()) {
            complain("run " + cuts + " says: " + worry.group());
        }
    }

    /** A run that came up lasted so long. */
    void lasted(Instant start, Instant end) {
        runs.add(new Run(start, end));
    }

    void complain(String complaint) {
        complaints.add(complaint);
    }

    int cuts() {
        return cuts;
    }

    CutReport report(Ledger ledger) {
        if (!epochs.equals(new HashSet<>(ledger.epochs())) || epochs.size() != 1) {
            complain("numberings that the gateway says it had: " + epochs + ", that arrived: " + ledger.epochs());
        }
        ledger.unreadable().forEach(this::complain);
        ledger.alteredDuplicates().forEach(again -> complain(bothForms(ledger, again)));
        return new CutReport(
                what,
                cuts,
                starts,
                ledger.size(),
                lost(ledger),
                ledger.duplicates().size(),
                ledger.alteredDuplicates().size(),
                tornTails,
                slowestStart,
                longestTail(ledger),
                seed,
                complaints);
    }

    private static String bothForms(Ledger ledger, Message again) {
        String number = again.payload().replaceFirst("^(\\{\"epoch\":\"[^\"]*\",\"seq\":\\d+,).*", "$1");
        String first = ledger.messages().stream()
                .map(Message::payload)
                .filter(payload -> payload.startsWith(number))
                .findFirst()
                .orElse("?");
        return "altered: " + first + "\n       to: " + again.payload();
    }

    /** Numbers that are missing between the first of all and the highest that came. */
    static long lost(Ledger ledger) {
        long between = Stream.concat(ledger.gaps().stream(), ledger.announcedGaps().stream())
                .mapToLong(Gap::length)
                .sum();
        long before = ledger.epochs().stream()
                .mapToLong(epoch -> ledger.seqs(epoch).getFirst() - 1)
                .filter(missing -> missing > 0)
                .sum();
        return between + before;
    }

    private Duration longestTail(Ledger ledger) {
        long[] ends = ledger.summaries().stream()
                .mapToLong(summary -> summary.toMillis())
                .sorted()
                .toArray();
        return runs.stream()
                .map(run -> Duration.ofMillis(
                        run.end.toEpochMilli() - latest(ends, run.start.toEpochMilli(), run.end.toEpochMilli())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The latest of the ends within a run, or its start. */
    private static long latest(long[] ends, long fromMillis, long toMillis) {
        long latest = fromMillis;
        for (long end : ends) {
            if (end > fromMillis && end <= toMillis) {
                latest = end;
            }
        }
        return latest;
    }
}
