package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.Smet;
import dev.firn.rigs.recompute.SummaryCheck;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every published summary against one computed anew from the file, by code that shares nothing with the gateway. */
class RecomputationIT {

    /** All that a header can say, columns in an odd order, a time zone of half hours, wind across north. */
    private static final String AWKWARD = """
            SMET 1.1 ASCII
            [HEADER]
            station_id       = AWK
            station_name     = Awkward Ridge
            latitude         = 47.5
            longitude        = -52.7
            altitude         = 2100
            nodata           = -777
            tz               = -3.5
            fields           = DW TA timestamp PSUM RH P HS
            units_offset     = 0 273.15 0 0 0 0 -0.1
            units_multiplier = 1 1 1 0.1 0.01 100 0.01
            [DATA]
            350   -1.5  2014-12-31T21:10:00  0   45.5  745.1  120
            10    -1.6  2014-12-31T21:20:00  12  46    745.2  121.5
            20    -777  2014-12-31T21:30:00  -777 47   745.2  -777
            0     -1.8  2014-12-31T21:40:00  3   -777  745.3  122
            360   -1.9  2014-12-31T21:50:00  0   100   745.0  122
            0     1.0   2014-12-31T22:10:00  0   50    745.0  -777
            180   2.0   2014-12-31T22:20:00  0   50    745.0  -777
            -777  -777  2014-12-31T23:05:00  -777 -777 -777   -777
            271.5 -12.25 2015-01-01T05:59:59.500  1.5 99.9 744.75 123.4
            90    -12.5 2015-01-01T06:30:00  1   99    744   124
            """;

    @Test
    void realStationInWindowsOfSixHours() {
        try (GatewayRig rig = new GatewayRig()) {
            ReplaySensor station = rig.station(Recording.WFJ_WIND_RADIATION);
            Path file = rig.directory().resolve(Recording.WFJ_WIND_RADIATION.fileName());
            assertThat(rig.runToEnd(rig.config().replaying(station).inWindowsOf("6h")))
                    .isZero();
            check(rig.ledger(), Smet.read(file, Slice.ALL), GatewayRig.expected(file, Slice.ALL, Duration.ofHours(6)));
        }
    }

    @Test
    void everythingThatAHeaderCanSay() {
        try (GatewayRig rig = new GatewayRig()) {
            Path file = rig.write("awkward.smet", AWKWARD);
            ReplaySensor station = ReplaySensor.smet("station", Path.of("awkward.smet"));
            assertThat(rig.runToEnd(rig.config().replaying(station).inWindowsOf("1h")))
                    .isZero();
            check(rig.ledger(), Smet.read(file, Slice.ALL), GatewayRig.expected(file, Slice.ALL, Duration.ofHours(1)));
        }
    }

    @Test
    void partOfARecordingRedated() {
        try (GatewayRig rig = new GatewayRig()) {
            String from = "2014-11-03T05:15:00+01:00";
            String to = "2014-11-04T17:00:00+01:00";
            String startAt = "2020-02-29T00:00:00Z";
            ReplaySensor station = rig.station(Recording.WFJ2).between(from, to).startingAt(startAt);
            Path file = rig.directory().resolve(Recording.WFJ2.fileName());
            Slice slice = Slice.between(from, to).startingAt(startAt);
            assertThat(rig.runToEnd(rig.config().replaying(station).inWindowsOf("90m")))
                    .isZero();
            check(rig.ledger(), Smet.read(file, slice), GatewayRig.expected(file, slice, Duration.ofMinutes(90)));
        }
    }

    private static void check(Ledger ledger, Recorded recorded, List<ExpectedSummary> expected) {
        assertComplete(ledger);
        assertThat(ledger.duplicates()).isEmpty();
        assertThat(SummaryCheck.unjudged(expected).differences(ledger.summaries()))
                .isEmpty();
        assertThat(ledger.summaries()).allMatch(RecomputationIT::isFlaggedAsUnjudged);
        assertThat(ledger.events("replay-ended")).singleElement().satisfies(end -> {
            assertThat(end.number("readings")).isEqualTo(recorded.readings());
            assertThat(end.number("summaries")).isEqualTo(expected.size());
            assertThat(end.number("lines-skipped")).isZero();
            assertThat(end.number("late-readings")).isZero();
        });
    }

    /** Not evaluated, or missing where nothing else came. */
    private static boolean isFlaggedAsUnjudged(PublishedSummary summary) {
        return summary.flag() == (summary.missing() == summary.count() ? 9 : 2);
    }
}
