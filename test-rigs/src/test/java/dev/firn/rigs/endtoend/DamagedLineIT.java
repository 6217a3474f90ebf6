package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.PeopleCsv;
import dev.firn.rigs.recompute.Recomputation;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.SummaryCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DamagedLineIT {

    private static final String STATION = """
            SMET 1.1 ASCII
            [HEADER]
            station_id = X
            latitude = 46.8
            longitude = 9.8
            altitude = 2540
            nodata = -999
            tz = 0
            fields = timestamp TA HS
            [DATA]
            2014-10-01T00:00:00 277.25 0.5
            2014-10-01T00:30:00 277.35
            2014-10-01T01:00:00 277.45 0.6
            2014-10-01T01:30:00 277.x5 0.7
            half past two 277.55 0.8
            2014-10-01T02:30:00 277.65 0.9
            """;

    private static final String COUNTER = """
            "10/01/14 00:00:00",3
            "
            "10/01/14 01:00:00",5
            "10/01/14 02:00:00",many
            "10/01/14 03:00:00",7
            """;

    private static final Duration WINDOW = Duration.ofHours(1);

    @Test
    void damagedLinesAreReportedAndAllOthersArrive() {
        try (GatewayRig rig = new GatewayRig()) {
            Path station = rig.write("ridge.smet", STATION);
            Path counter = rig.write("gate.csv", COUNTER);
            GatewayConfig config = rig.config()
                    .replaying(ReplaySensor.smet("station", station))
                    .replaying(ReplaySensor.peopleCounter("gate", counter, "UTC"));
            try (GatewayProcess gateway = rig.start(config)) {
                assertThat(rig.ended(gateway)).as(gateway.words()).isZero();
                String log = String.join("\n", gateway.log());
                assertThat(log).contains("ridge.smet:12", "ridge.smet:14", "ridge.smet:15", "gate.csv:2", "gate.csv:4");
            }
            assertComplete(rig.ledger());
            assertThat(rig.ledger().events("line-skipped"))
                    .extracting(DamagedLineIT::fileName, event -> event.number("line"))
                    .containsExactlyInAnyOrder(
                            tuple("ridge.smet", 12L),
                            tuple("ridge.smet", 14L),
                            tuple("ridge.smet", 15L),
                            tuple("gate.csv", 2L),
                            tuple("gate.csv", 4L));
            assertThat(rig.ledger().events("line-skipped"))
                    .allMatch(event -> !event.detail().path("reason").asText().isBlank());
            assertThat(rig.ledger().events("replay-ended").getFirst().number("lines-skipped"))
                    .isEqualTo(5);
            assertThat(SummaryCheck.unjudged(expected(station, counter))
                            .differences(rig.ledger().summaries()))
                    .isEmpty();
        }
    }

    private static List<ExpectedSummary> expected(Path station, Path counter) {
        return Stream.concat(
                        GatewayRig.expected(station, Slice.ALL, WINDOW).stream(),
                        new Recomputation(WINDOW)
                                .summaries("gate", PeopleCsv.read(counter, ZoneId.of("UTC"), Slice.ALL)).stream())
                .toList();
    }

    private static String fileName(PublishedEvent event) {
        return String.valueOf(Path.of(event.detail().path("file").asText()).getFileName());
    }
}
