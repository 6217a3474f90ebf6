package dev.firn.uplink;

import dev.firn.outbox.Condenser;
import dev.firn.outbox.Origin;
import dev.firn.outbox.OutboxRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says old summaries in coarser ones: those of less than ten minutes in tens of minutes, those of less than an hour in hours.
 * Flags, reasons and counts stay. Of windows that overlap, as many are taken as do not. Events stay as they are.
 */
public final class SummaryCondenser implements Condenser {

    private static final long TEN_MINUTES = 600_000;
    private static final long HOUR = 3_600_000;

    /**
     * Summaries that become one.
     *
     * @param topic of the series
     * @param lengthMillis of their windows: a series can have several
     * @param coarseFrom begin of the coarser window
     * @param settled whether their dates are right
     * @param clockMillis otherwise, where their clock's zero was: dates of two clocks never meet
     */
    private record Group(String topic, long lengthMillis, long coarseFrom, boolean settled, long clockMillis) {}

    /** What a group has come to so far. */
    private record Coarser(SentSummary summary, Origin origin) {}

    @Override
    public Condensed condense(List<OutboxRecord> records) {
        Map<Group, Coarser> groups = new LinkedHashMap<>();
        List<Replacement> events = new ArrayList<>();
        int replaced = 0;
        long fromMillis = Long.MAX_VALUE;
        long toMillis = 0;
        for (OutboxRecord old : records) {
            Optional<SentSummary> read = SentSummary.read(old.payload());
            if (read.isPresent()) {
                SentSummary summary = read.get();
                fromMillis = Math.min(fromMillis, summary.fromMillis());
                toMillis = Math.max(toMillis, summary.toMillis());
                if (take(summary, old.origin(), groups)) {
                    replaced++;
                }
            } else if (OutboxPayload.topic(old.payload()).equals(OutboxPayload.EVENT)) {
                events.add(new Replacement(old.payload(), old.origin()));
                replaced++;
            }
        }
        List<Replacement> replacements = new ArrayList<>(replacements(groups));
        replacements.addAll(events);
        return new Condensed(replacements, replaced, fromMillis == Long.MAX_VALUE ? 0 : fromMillis, toMillis);
    }

    private static boolean take(SentSummary summary, Origin origin, Map<Group, Coarser> groups) {
        long length = summary.toMillis() - summary.fromMillis();
        // What is merged already may be shorter than its coarser window.
        boolean isHours = summary.isMerged() ? length > TEN_MINUTES : length >= HOUR;
        if (isHours) {
            return false;
        }
        long coarse = length < TEN_MINUTES && !summary.isMerged() ? TEN_MINUTES : HOUR;
        long clock = origin.settled() ? 0 : origin.wallMillis() - origin.monotonicMillis();
        Group group = new Group(
                summary.topic(),
                summary.isMerged() ? 0 : length,
                Math.floorDiv(summary.fromMillis(), coarse),
                origin.settled(),
                clock);
        Coarser before = groups.get(group);
        if (before == null) {
            groups.put(group, new Coarser(summary, origin));
        } else if (summary.fromMillis() >= before.summary().toMillis()) {
            before.summary().merge(summary);
            groups.put(group, new Coarser(before.summary(), origin));
        }
        return true;
    }

    private static List<Replacement> replacements(Map<Group, Coarser> groups) {
        List<Replacement> replacements = new ArrayList<>();
        groups.values()
                .forEach(coarser ->
                        replacements.add(new Replacement(coarser.summary().encode(), coarser.origin())));
        return replacements;
    }
}
