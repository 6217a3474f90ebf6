package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.broker.Certificates;
import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TlsIT {

    private final ScratchDirectory directory = ScratchDirectory.create("firn-tls");
    private final Certificates ours = Certificates.in(directory.path(), "resort");

    @AfterEach
    void removeFiles() {
        directory.close();
    }

    @Test
    void bothSidesShowWhoTheyAre() {
        ours.vouchFor("broker", "IP:127.0.0.1");
        ours.vouchFor("lift-2", "DNS:lift-2");
        try (MosquittoBroker broker = broker("broker");
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                GatewayProcess gateway = run(broker, ours.authority(), "lift-2")) {
            assertThat(gateway.waitFor(GatewayRig.BOUND)).as(gateway.words()).isZero();
            subscriber.drain(GatewayRig.BOUND);
            assertComplete(subscriber.ledger());
            assertThat(subscriber.ledger().summaries()).isNotEmpty();
        }
    }

    @Test
    void aBrokerOfAnotherNameIsNotTold() {
        ours.vouchFor("broker", "DNS:elsewhere.example");
        ours.vouchFor("lift-2", "DNS:lift-2");
        assertRefused(
                "broker", ours.authority(), "lift-2", "No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void aBrokerThatNobodyVouchesForIsNotTold() {
        ours.vouchFor("broker", "IP:127.0.0.1");
        ours.vouchFor("lift-2", "DNS:lift-2");
        Certificates others = Certificates.in(directory.path(), "others");
        assertRefused("broker", others.authority(), "lift-2", "unable to find valid certification path");
    }

    @Test
    void aBrokerThatWantsToKnowWhoWeAreDoesNotLetUsInWithout() {
        ours.vouchFor("broker", "IP:127.0.0.1");
        assertRefused("broker", ours.authority(), "", "certificate_required");
    }

    private void assertRefused(String brokersName, Path authority, String client, String reason) {
        try (MosquittoBroker broker = broker(brokersName);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                GatewayProcess gateway = run(broker, authority, client)) {
            await().atMost(GatewayRig.BOUND)
                    .untilAsserted(() -> assertThat(gateway.words()).contains(reason));
            assertThat(gateway.isAlive()).isTrue();
            assertThat(subscriber.ledger().arrivals()).isZero();
        }
    }

    private MosquittoBroker broker(String name) {
        return MosquittoBroker.startedWithTls(ours.authority(), ours.certificate(name), ours.key(name));
    }

    private GatewayProcess run(MosquittoBroker broker, Path authority, String client) {
        String identity = client.isEmpty()
                ? ""
                : ", client-cert: %s, client-key: %s".formatted(ours.certificate(client), ours.key(client));
        GatewayConfig config = GatewayConfig.publishingTo(broker.url())
                .to(broker.tlsUrl(), ", ca: " + authority + identity)
                .inWindowsOf("12h")
                .replaying(ReplaySensor.smet("station", Recording.WFJ2.copyTo(directory.path()))
                        .between("2014-12-20T00:00:00+01:00", "2014-12-24T00:00:00+01:00"));
        return Distribution.fromSystemProperty().run(config.writeTo(directory.path()));
    }
}
