package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.process.LoopbackPort;
import dev.firn.rigs.recordings.Recording;
import org.junit.jupiter.api.Test;

class AddressesIT {

    @Test
    void theNextAddressIsTakenWhenOneFails() {
        try (GatewayRig rig = new GatewayRig()) {
            String nobody = "tcp://127.0.0.1:" + LoopbackPort.free();
            GatewayConfig config = rig.config()
                    .to(nobody + ", " + rig.broker().url(), "")
                    .inWindowsOf("12h")
                    .replaying(rig.station(Recording.WFJ2)
                            .between("2014-12-20T00:00:00+01:00", "2014-12-24T00:00:00+01:00"));
            assertThat(rig.runToEnd(config)).isZero();
            assertComplete(rig.ledger());
            assertThat(rig.ledger().summaries()).isNotEmpty();
        }
    }
}
