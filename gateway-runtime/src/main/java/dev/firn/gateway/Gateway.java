package dev.firn.gateway;

import dev.firn.config.GatewayConfig;
import dev.firn.config.Problem;
import dev.firn.gateway.GatewayLoop.Outcome;
import dev.firn.outbox.Outbox;
import dev.firn.pipeline.Pipeline;
import dev.firn.power.linux.BoardHealth;
import dev.firn.sensor.replay.RecordedRow;
import dev.firn.sensor.replay.ReplayTimeline;
import dev.firn.telemetry.SeriesId;
import dev.firn.uplink.NodePresence;
import dev.firn.uplink.Topics;
import dev.firn.uplink.Uplink;
import dev.firn.uplink.mqtt.MqttLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the parts of a gateway and takes them down in reverse: recordings, outbox, uplink, player; the calling thread
 * becomes the loop's. A start that fails half-way closes what it had opened.
 */
public final class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** After a stop was asked for, the last messages get this long to leave; then they wait for the next start. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final GatewayConfig config;
    private final Inbox inbox = new Inbox();

    /** How a run ended. */
    public enum Result {
        /** As it should: asked to stop, or everything replayed and delivered. */
        FINE,
        /** A source failed for good. */
        FAILED
    }

    /** A gateway that has opened nothing yet. */
    public Gateway(GatewayConfig config) {
        this.config = config;
    }

    /**
     * Runs until the replay is delivered or {@link #requestStop} is called; everything is closed when it returns or
     * throws.
     *
     * @throws GatewayException if the sensors do not have what the configuration says of them
     * @throws dev.firn.sensor.SensorException if a recording cannot be opened
     * @throws dev.firn.outbox.OutboxException if the outbox cannot be opened
     */
    public Result run() throws InterruptedException {
        SkippedLines skippedLines = new SkippedLines(inbox);
        try (ReplayTimeline timeline = ReplayTimeline.open(config.replay().sources(), skippedLines)) {
            rejectRulesForNobody(timeline.series());
            Optional<RecordedRow> first = timeline.next();
            ReplayClock clock =
                    new ReplayClock(first.map(RecordedRow::timeMillis).orElseGet(System::currentTimeMillis));
            try (Outbox outbox = Outbox.open(config.outbox(), new OutboxNotices(inbox))) {
                NodePresence presence = new NodePresence(
                        new Topics(config.node().site(), config.node().id()),
                        Version.text(),
                        BootId.read(),
                        () -> clock.now().wallMillis(),
                        AboutNode.json(config, timeline.series(), timeline.positions()));
                GatewayLoop loop = new GatewayLoop(
                        inbox,
                        new Pipeline(config.pipeline()),
                        outbox,
                        clock,
                        config.replay().then());
                ReplayPlayer player = new ReplayPlayer(
                        config.replay(),
                        config.pipeline().windowMillis(),
                        timeline,
                        first,
                        skippedLines,
                        inbox,
                        outbox);
                logStart(outbox);
                return run(loop, player, outbox, presence);
            }
        } finally {
            inbox.close();
        }
    }

    /** Asks the loop to end; returns at once. From any thread, before or during {@link #run}. */
    public void requestStop() {
        inbox.tellSurely(new LoopEvent.StopRequested());
    }

    private Result run(GatewayLoop loop, ReplayPlayer player, Outbox outbox, NodePresence presence)
            throws InterruptedException {
        Uplink uplink = Uplink.start(outbox, new MqttLink(config.broker()), presence, new LinkLog());
        try (uplink) {
            player.start();
            Outcome outcome = loop.run();
            inbox.close();
            player.stop();
            outbox.awaitDrained(FAREWELL);
            LOG.info("gateway: {}, {} messages wait in the outbox", outcome.describe(), outbox.pending());
            return outcome == Outcome.FAILED ? Result.FAILED : Result.FINE;
        } finally {
            player.stop();
        }
    }

    private void rejectRulesForNobody(List<SeriesId> series) {
        List<Problem> problems =
                config.problemsWith(series.stream().map(SeriesId::toString).toList());
        if (!problems.isEmpty()) {
            throw new GatewayException(problems);
        }
    }

    private void logStart(Outbox outbox) {
        LOG.info(
                "gateway: Firn {} as {}/{}, {}",
                Version.text(),
                config.node().site(),
                config.node().id(),
                config.file());
        LOG.info(
                "outbox: {}, epoch {}, {} messages wait",
                config.outbox().directory(),
                outbox.epoch(),
                outbox.pending());
        LOG.info("board: {}", BoardHealth.read(Path.of("/sys")).describe());
    }
}
