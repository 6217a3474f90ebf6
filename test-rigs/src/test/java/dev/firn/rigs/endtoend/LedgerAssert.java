package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;

/** What must be true of every ledger, however often gateway and broker went down. */
final class LedgerAssert {

    private LedgerAssert() {}

    /**
     * One numbering from its beginning without a gap; what came again is the same bytes; every reading is good or has a
     * reason.
     */
    static void assertComplete(Ledger ledger) {
        assertThat(ledger.unreadable()).isEmpty();
        assertThat(ledger.epochs()).hasSize(1);
        assertThat(ledger.seqs(ledger.epochs().getFirst()).getFirst()).isLessThanOrEqualTo(1);
        assertThat(ledger.gaps()).isEmpty();
        assertThat(ledger.announcedGaps()).isEmpty();
        assertThat(ledger.alteredDuplicates()).isEmpty();
        assertThat(ledger.summaries()).allMatch(LedgerAssert::isAccountedFor);
    }

    private static boolean isAccountedFor(PublishedSummary summary) {
        long doubted =
                summary.reasons().values().stream().mapToLong(Long::longValue).sum();
        return summary.good() + doubted == summary.count();
    }
}
