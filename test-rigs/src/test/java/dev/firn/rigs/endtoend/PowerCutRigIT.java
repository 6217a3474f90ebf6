package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.powercut.CutReport;
import dev.firn.rigs.powercut.Kills;
import dev.firn.rigs.powercut.PowerCuts;
import org.junit.jupiter.api.Test;

/** A short run of what {@code make powercut} does at length. */
class PowerCutRigIT {

    private static final int CUTS = 5;
    private static final int KILLS = 10;

    private final Distribution distribution = Distribution.fromSystemProperty();
    private final long seed = System.nanoTime() % 1_000_000;

    @Test
    void nothingIsMissingAfterPowerCuts() {
        assertNothingIsMissing(PowerCuts.run(distribution, CUTS, seed, progress -> {}), CUTS);
    }

    @Test
    void nothingIsMissingAfterKills() {
        assertNothingIsMissing(Kills.run(distribution, KILLS, seed, progress -> {}), KILLS);
    }

    private static void assertNothingIsMissing(CutReport report, int cuts) {
        String table = "\n" + CutReport.head() + "\n" + report.lines();
        System.out.println(table);
        assertThat(report.isClean()).as(table).isTrue();
        assertThat(report.cuts()).as(table).isEqualTo(cuts);
        // Some moments are before the start can be seen; the last run is not cut.
        assertThat(report.starts()).as(table).isPositive();
        assertThat(report.records()).as(table).isGreaterThan(cuts);
    }
}
