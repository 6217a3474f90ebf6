package dev.firn.gateway;

import dev.firn.bus.Buses;
import dev.firn.checkpoint.Checkpoints;
import dev.firn.checkpoint.WindowStore;
import dev.firn.clock.BuildDate;
import dev.firn.clock.ClockFile;
import dev.firn.clock.ClockSettings;
import dev.firn.clock.ClockWatch;
import dev.firn.clock.GatewayClock;
import dev.firn.clock.LiveClock;
import dev.firn.clock.ReplayClock;
import dev.firn.clock.SatelliteTime;
import dev.firn.config.GatewayConfig;
import dev.firn.config.LiveConfig;
import dev.firn.config.Problem;
import dev.firn.config.ReplayConfig;
import dev.firn.config.ReplayConfig.Then;
import dev.firn.gateway.GatewayLoop.Outcome;
import dev.firn.outbox.Outbox;
import dev.firn.outbox.WriteMeter;
import dev.firn.power.linux.BoardHealth;
import dev.firn.power.linux.KernelTime;
import dev.firn.sensor.ConfiguredSensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.catalog.DriverCatalog;
import dev.firn.sensor.replay.RecordedRow;
import dev.firn.sensor.replay.ReplaySource;
import dev.firn.sensor.replay.ReplayTimeline;
import dev.firn.source.Deliveries;
import dev.firn.source.mqtt.SourceSettings;
import dev.firn.telemetry.SeriesId;
import dev.firn.uplink.NodePresence;
import dev.firn.uplink.SummaryCondenser;
import dev.firn.uplink.Topics;
import dev.firn.uplink.Uplink;
import dev.firn.uplink.UplinkSettings;
import dev.firn.uplink.mqtt.MqttLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the parts of a gateway and takes them down in reverse: recordings or buses, outbox, uplink, acquisition; the calling
 * thread
 * becomes the loop's. A start that fails half-way closes what it had opened.
 */
public final class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** After a stop was asked for, the last messages get this long to leave; then they wait for the next start. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    /** What waits for the clock: two minutes of 80 series at 10 Hz. */
    private static final int MOST_WAITING_READINGS = 100_000;

    /** A checkpoint each time that this part of the outbox was written: what it keeps of it must not fill it. */
    private static final long BYTES_PER_RECORD_AND_CHECKPOINT = 4096;

    private static final String CLOCK = "clock.state";

    private final GatewayConfig config;
    private final Supplier<Buses> buses;
    private final Inbox inbox = new Inbox();
    private final WriteMeter meter = new WriteMeter();
    private final KernelTime kernel = new KernelTime();
    private final Optional<UUID> bootId = kernel.bootId();

    /** How a run ended. */
    public enum Result {
        /** As it should: asked to stop, or everything replayed and delivered. */
        FINE,
        /** A source failed for good. */
        FAILED
    }

    /**
     * A gateway that has opened nothing yet.
     *
     * @param buses opens what sensors are connected to; asked only if there are sensors
     */
    public Gateway(GatewayConfig config, Supplier<Buses> buses) {
        this.config = config;
        this.buses = buses;
    }

    /**
     * Runs until the replay is delivered or {@link #requestStop} is called; everything is closed when it returns or
     * throws.
     *
     * @throws GatewayException if the recordings do not have what the configuration says of them
     * @throws dev.firn.sensor.SensorException if a recording cannot be opened
     * @throws dev.firn.outbox.OutboxException if the outbox cannot be opened
     */
    public Result run() throws InterruptedException {
        try {
            return switch (config.sensors()) {
                case ReplayConfig replay -> replay(replay);
                case LiveConfig live -> measure(live);
            };
        } finally {
            inbox.close();
        }
    }

    private Result replay(ReplayConfig replay) throws InterruptedException {
        SkippedLines skippedLines = new SkippedLines(inbox);
        try (ReplayTimeline timeline = ReplayTimeline.open(replay.sources(), skippedLines)) {
            rejectRulesForNobody(timeline.series());
            Optional<RecordedRow> first = timeline.next();
            ReplayClock clock =
                    new ReplayClock(first.map(RecordedRow::timeMillis).orElseGet(System::currentTimeMillis));
            try (Outbox outbox =
                    Outbox.open(config.outbox(), new SummaryCondenser(), meter, new OutboxNotices(inbox))) {
                ReplayPlayer player = new ReplayPlayer(
                        replay, config.pipeline().tickMillis(), timeline, first, skippedLines, inbox, outbox);
                List<AboutSensor> sensors = replay.sources().stream()
                        .map(source -> about(source, timeline))
                        .toList();
                GatewayLoop loop = new GatewayLoop(
                        inbox,
                        new LiveReadings(1),
                        new Deliveries(),
                        config.pipeline(),
                        WindowStore.NONE,
                        outbox,
                        clock,
                        replay.then());
                long since = clock.now().wallMillis();
                return run(loop, player, outbox, clock, () -> since, sensors);
            }
        }
    }

    private Result measure(LiveConfig live) throws InterruptedException {
        LiveReadings readings = new LiveReadings(MOST_WAITING_READINGS);
        LatestReadings latest = new LatestReadings(System::nanoTime);
        try (Buses opened = buses.get();
                Outbox outbox = Outbox.open(config.outbox(), new SummaryCondenser(), meter, new OutboxNotices(inbox));
                Checkpoints checkpoints = checkpoints(outbox)) {
            Deliveries deliveries = new Deliveries();
            BrokerSources sources =
                    new BrokerSources(config.node(), live.sources(), deliveries, new SourceReports(inbox));
            List<AboutSensor> sensors = Stream.concat(
                            live.sensors().stream().map(Gateway::about),
                            live.sources().stream().map(Gateway::about))
                    .toList();
            ClockFile clockFile = new ClockFile(config.outbox().directory(), CLOCK);
            LiveClock clock = LiveClock.start(
                    bootId.orElseGet(UUID::randomUUID),
                    new ClockSettings(config.clockWait(), BuildDate.millis()),
                    clockFile);
            SensorPolling polling = new SensorPolling(
                    live.sensors(),
                    new SensorContext(opened, latest, this::timeTold),
                    new SensorReports(readings, latest, inbox));
            GatewayLoop loop = new GatewayLoop(
                    inbox, readings, deliveries, config.pipeline(), checkpoints, outbox, clock, Then.WAIT);
            long startNanos = System.nanoTime();
            try (ClockWatch _ =
                    ClockWatch.start(clock, kernel, clockFile, look -> inbox.hint(new LoopEvent.ClockLooked(look)))) {
                return run(
                        loop,
                        Acquisition.both(polling, sources),
                        outbox,
                        clock,
                        () -> clock.wallMillisAt(startNanos),
                        sensors);
            }
        }
    }

    private void timeTold(long utcMillis, long uncertaintyMillis, long timeNanos) {
        inbox.hint(new LoopEvent.TimeTold(new SatelliteTime(timeNanos, utcMillis, uncertaintyMillis)));
    }

    private Checkpoints checkpoints(Outbox outbox) {
        // Beside the segments of the outbox, which is one process's at a time.
        return Checkpoints.open(
                config.outbox().directory(),
                outbox,
                config.checkpointEvery(),
                config.outbox().maxBytes() / BYTES_PER_RECORD_AND_CHECKPOINT);
    }

    private static AboutSensor about(ReplaySource source, ReplayTimeline timeline) {
        return new AboutSensor(
                source.sensor(),
                DriverCatalog.REPLAY,
                Optional.ofNullable(timeline.positions().get(source.sensor())),
                timeline.series().stream()
                        .filter(series -> series.sensor().equals(source.sensor()))
                        .toList());
    }

    private static AboutSensor about(SourceSettings source) {
        return new AboutSensor(source.id(), "mqtt", Optional.empty(), source.series());
    }

    private static AboutSensor about(ConfiguredSensor sensor) {
        return new AboutSensor(sensor.id(), sensor.driver().descriptor().name(), Optional.empty(), sensor.series());
    }

    /** Asks the loop to end; returns at once. From any thread, before or during {@link #run}. */
    public void requestStop() {
        inbox.tellSurely(new LoopEvent.StopRequested());
    }

    private Result run(
            GatewayLoop loop,
            Acquisition acquisition,
            Outbox outbox,
            GatewayClock clock,
            LongSupplier sinceMillis,
            List<AboutSensor> measured)
            throws InterruptedException {
        List<AboutSensor> sensors = new ArrayList<>(measured);
        sensors.addAll(AboutSensor.ofDerived(config.derivedSeries()));
        logStart(outbox);
        NodePresence presence = new NodePresence(
                new Topics(config.node().site(), config.node().id()),
                Version.text(),
                bootId.map(UUID::toString).orElse("unknown"),
                sinceMillis,
                () -> clock.now().wallMillis(),
                AboutNode.json(config, sensors));
        Remembering remembering = Remembering.of(config.history(), meter, inbox);
        loop.remember(remembering::record);
        Uplink uplink = new Uplink(
                new UplinkSettings(
                        config.uplink().bytesPerSecond(),
                        config.uplink().broker().keepAlive(),
                        config.outbox().directory()),
                outbox,
                MqttLink.all(config.uplink().broker()),
                presence,
                BootRedating.by(clock),
                NodeCommands.of(inbox, outbox, clock, remembering.history()),
                new LinkLog(inbox));
        try (remembering;
                uplink) {
            uplink.start();
            acquisition.start();
            Outcome outcome = loop.run();
            inbox.close();
            acquisition.stop();
            outbox.awaitDrained(FAREWELL);
            LOG.info("gateway: {}, {} messages wait in the outbox", outcome.describe(), outbox.pending());
            return outcome == Outcome.FAILED ? Result.FAILED : Result.FINE;
        } finally {
            acquisition.stop();
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
