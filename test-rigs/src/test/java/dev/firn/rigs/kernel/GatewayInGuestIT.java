package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The built gateway, the broker and the subscriber in a guest, and what they say here. */
class GatewayInGuestIT {

    private static final Duration BOUND = Duration.ofMinutes(5);

    @Test
    void gatewayRunsInTheGuestAndIsHeardHere() {
        try (KernelGuest guest = KernelGuest.boot();
                GuestBroker broker = GuestBroker.start(guest)) {
            GuestSubscriber subscriber = broker.subscribe();
            Path recording = Recording.WFJ2.copyTo(guest.share());
            Path config = GatewayConfig.publishingTo(broker.url())
                    .replaying(ReplaySensor.smet("station", recording))
                    .inWindowsOf("24h")
                    .writeTo(guest.share());
            String firn =
                    Distribution.fromSystemProperty().home().resolve("bin/firn").toString();
            GuestProcess gateway = guest.start("firn", List.of(firn, "run", "--config", config.toString()), Map.of());
            assertThat(gateway.waitFor(BOUND)).as(gateway.words()).isZero();
            Ledger ledger = subscriber.await(
                    "the end of the replay",
                    seen -> !seen.events("replay-ended").isEmpty(),
                    BOUND);
            assertThat(ledger.summaries()).isNotEmpty();
            assertThat(ledger.gaps()).isEmpty();
            assertThat(ledger.unreadable()).isEmpty();
        }
    }

    @Test
    void messagesComeAsTheyWereSent() {
        try (KernelGuest guest = KernelGuest.boot();
                GuestBroker broker = GuestBroker.start(guest)) {
            guest.run("mosquitto_pub -r -t firn/s/n/status -m '{\"text\":\"névé  at 0 °C\"}'");
            GuestSubscriber subscriber = broker.subscribe();
            guest.run("mosquitto_pub -t firn/s/n/about -m '{}'");
            subscriber.await("both", ledger -> ledger.arrivals() == 2, BOUND);
            assertThat(subscriber.messages())
                    .containsExactly(
                            new Message("firn/s/n/status", "{\"text\":\"névé  at 0 °C\"}", true),
                            new Message("firn/s/n/about", "{}", false));
            assertThatThrownBy(() -> subscriber.await("a summary", ledger -> ledger.size() > 0, Duration.ofMillis(200)))
                    .isInstanceOf(RigException.class)
                    .hasMessageContaining("in vain for a summary")
                    .hasMessageContaining("névé");
        }
    }
}
