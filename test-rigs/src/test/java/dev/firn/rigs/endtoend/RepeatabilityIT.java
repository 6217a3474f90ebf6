package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.recordings.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A month with all that judges, filters, calculates and sums up: the same twice, to the byte. */
class RepeatabilityIT {

    @Test
    void theSameMonthGivesTheSameBytes() {
        List<String> first = month();
        assertThat(first).hasSizeGreaterThan(4000).anyMatch(message -> message.contains("\"replaced\":"));
        assertThat(first).anyMatch(message -> message.contains("summary/guns/snow-making"));
        assertThat(month()).isEqualTo(first);
    }

    private static List<String> month() {
        try (GatewayRig rig = new GatewayRig()) {
            GatewayConfig config = rig.config()
                    .replaying(rig.station(Recording.WFJ2)
                            .between("2014-10-01T00:00:00+01:00", "2014-11-01T00:00:00+01:00"))
                    .replaying(rig.recorded("wind", Recording.WFJ_WIND_RADIATION)
                            .between("2014-10-01T00:00:00+01:00", "2014-11-01T00:00:00+01:00"))
                    .inWindowsOf("[2h, 1d]")
                    .judging("on")
                    .withSeries("station/air-temperature", "{spike: [3, 8], filter: [hampel, ewma: 2h]}")
                    .withSeries("station/snow-height", "{filter: [median: 5], window: 12h/1h}")
                    .withSeries("station/wind-direction", "{filter: [ewma: 1h]}")
                    .withSeries("station/wind-speed", "{stale-after: 1h, filter: [deadband: {delta: 0.5}]}")
                    .deriving("{id: climate, calculation: wet-bulb, air-temperature: station/air-temperature, "
                            + "relative-humidity: station/relative-humidity, altitude-m: 2540}")
                    .deriving("{id: guns, calculation: snow-making, wet-bulb: climate/wet-bulb-temperature}")
                    .deriving("{id: day, calculation: new-snow, snow-height: station/snow-height, "
                            + "air-temperature: station/air-temperature, step: 1h}")
                    .waiting("1h");
            Ledger ledger = rig.replayed(config);
            String epoch = ledger.epochs().getFirst();
            return ledger.messages().stream()
                    .map(message -> message.topic() + " " + message.payload().replace(epoch, "EPOCH"))
                    .toList();
        }
    }
}
