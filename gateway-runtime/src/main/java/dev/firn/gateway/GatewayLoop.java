package dev.firn.gateway;

import dev.firn.checkpoint.WindowStore;
import dev.firn.clock.ClockChange;
import dev.firn.clock.ClockStamp;
import dev.firn.clock.GatewayClock;
import dev.firn.config.ReplayConfig.Then;
import dev.firn.outbox.Origin;
import dev.firn.outbox.Outbox;
import dev.firn.pipeline.Acceptance;
import dev.firn.pipeline.Pipeline;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.sensor.replay.RecordedRow;
import dev.firn.source.Deliveries;
import dev.firn.source.Delivery;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Summary;
import dev.firn.uplink.GatewayEvent;
import dev.firn.uplink.GatewayEvent.Severity;
import dev.firn.uplink.OutboundMessage;
import dev.firn.uplink.OutboundMessage.OfEvent;
import dev.firn.uplink.OutboundMessage.OfSummary;
import dev.firn.uplink.OutboxPayload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of the gateway: one thread that owns all its state.
 *
 * <pre>
 *  recordings ──> ReplayPlayer ──┐
 *  sensors ─────> Polling ───────┤
 *  brokers ─────> MqttSource ────┤
 *  outbox (lost, full, empty) ───┼──> inbox ──> GatewayLoop
 *  SIGTERM ──────────────────────┘   bounded       │
 *                                                  │  Pipeline: quality ──> window
 *                                                  ▼
 *                                summaries, events ──> Outbox ──> Uplink ──> broker
 *                                                      numbers,   window,
 *                                                      fsync      acknowledgements
 * </pre>
 *
 * <p>Nothing here waits for the card, the network or a sensor: those have threads of their own and report back through
 * the inbox. During a replay time is what the events say (see {@link dev.firn.clock.ReplayClock}). The sensors' readings are
 * dated here, and not before it is decided what time it is: dates before and after a correction never meet in one window.
 */
final class GatewayLoop {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayLoop.class);

    /** While everything is sent, the loop looks this often, should a hint have found the inbox full. */
    private static final long DRAIN_GLANCE_MILLIS = 500;

    /** While sensors are read, the loop looks this often whether a window's time is over. */
    private static final long TICK_MILLIS = 250;

    /** While sources bring something, the loop looks this often: they wait for its acknowledgement. */
    private static final long BUSY_TICK_MILLIS = 50;

    /** How long after a window's end the last of its sensors' readings is waited for. */
    private static final long STRAGGLERS_MILLIS = 1000;

    private static final long WEAR_EVERY_NANOS = 60_000_000_000L;

    private final Inbox inbox;
    private final LiveReadings live;
    private final Deliveries deliveries;
    private final PipelineSettings settings;
    private final WindowStore store;
    private final Outbox outbox;
    private final GatewayClock clock;
    private final Then then;
    private BiConsumer<Summary, ClockStamp> history = (summary, clock) -> {};

    // Owned by the loop's thread.
    private Pipeline pipeline;
    private Phase phase = Phase.RUNNING;
    private Outcome outcome = Outcome.STOPPED;
    private long summaries;
    private long readingsOfEarlierPipelines;
    private long lateOfEarlierPipelines;
    private long lateAnnounced;
    private long refused;
    private long wearLookNanos = System.nanoTime();
    private boolean overBudget;
    private long tickMillis = TICK_MILLIS;

    private enum Phase {
        /** Takes readings. */
        RUNNING,
        /** The replay is over; waits until the broker has everything. */
        DRAINING,
        /** Nothing more to do. */
        DONE
    }

    /** How the loop ended. */
    enum Outcome {
        /** It was asked to. */
        STOPPED("stopped as asked"),
        /** The replay is over and everything is sent. */
        DELIVERED("replay delivered"),
        /** A recording could not be read to its end. */
        FAILED("replay failed");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        String describe() {
            return words;
        }
    }

    /**
     * A loop that has not begun.
     *
     * @param live where the sensors' readings wait; stays empty during a replay
     * @param deliveries where the messages of sources wait; likewise
     * @param settings of the pipeline
     * @param store where open windows are kept from one run to the next
     * @param then what follows a replay
     */
    GatewayLoop(
            Inbox inbox,
            LiveReadings live,
            Deliveries deliveries,
            PipelineSettings settings,
            WindowStore store,
            Outbox outbox,
            GatewayClock clock,
            Then then) {
        this.inbox = inbox;
        this.live = live;
        this.deliveries = deliveries;
        this.settings = settings;
        pipeline = new Pipeline(settings);
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.then = then;
    }

    /** Every summary is also told to this, which must not wait; before {@link #run}. */
    void remember(BiConsumer<Summary, ClockStamp> memory) {
        history = memory;
    }

    /** The loop itself: returns when the gateway is to end. */
    Outcome run() throws InterruptedException {
        announce("started", Severity.INFO, "Gateway started.", Map.of());
        if (clock.isDecided()) {
            takeUpWindows(this::closed);
        }
        while (phase != Phase.DONE) {
            LoopEvent event = nextEvent();
            handle(event);
        }
        return outcome;
    }

    private LoopEvent nextEvent() throws InterruptedException {
        if (phase == Phase.DRAINING) {
            LoopEvent event = inbox.take(DRAIN_GLANCE_MILLIS);
            return event != null ? event : new LoopEvent.MaybeDrained();
        }
        if (clock.runsByItself()) {
            LoopEvent event = inbox.take(tickMillis);
            return event != null ? event : new LoopEvent.ReadingsWait();
        }
        return inbox.take();
    }

    private void handle(LoopEvent event) {
        switch (event) {
            case LoopEvent.Arrived(RecordedRow row) -> take(row);
            case LoopEvent.TimePassed(long millis) -> passTime(millis);
            case LoopEvent.ReadingsWait() -> takeLive();
            case LoopEvent.ClockLooked(var look) -> clockChanged(clock.look(look));
            case LoopEvent.TimeTold(var time) -> clock.hear(time);
            case LoopEvent.ReplayEnded(long linesSkipped) -> replayEnded(linesSkipped);
            case LoopEvent.ReplayFailed(String reason) -> replayFailed(reason);
            case LoopEvent.News news -> tell(NewsNotices.of(news));
            case LoopEvent.MaybeDrained() -> endIfDrained();
            case LoopEvent.StopRequested() -> stop();
        }
    }

    // ---- the clock ----

    private void clockChanged(List<ClockChange> changes) {
        boolean parts = changes.stream()
                .anyMatch(change ->
                        change instanceof ClockChange.Corrected(long _, long _, var _, boolean _, boolean partsWindows)
                                && partsWindows);
        if (!parts) {
            clock.follow();
        }
        for (ClockChange change : changes) {
            if (change instanceof ClockChange.Decided decided) {
                takeUpWindows(decided);
            }
        }
        if (parts) {
            live.takeAll().forEach(this::take);
            takeDeliveries();
            startOver(this::closed);
            clock.follow();
        }
        changes.stream()
                .flatMap(change -> ClockNotices.of(change, clock.now().wallMillis()).stream())
                .forEach(this::announce);
    }

    private void takeUpWindows(ClockChange.Decided decided) {
        if (decided.windowsGoOn()) {
            takeUpWindows(this::closed);
        } else {
            // Their dates are what they are: nothing that becomes known of this boot's time changes them.
            ClockStamp stamp = new ClockStamp(clock.now().wallMillis(), decided.windowsAreRight(), -1);
            Consumer<Summary> closed = summary -> closed(summary, stamp, Origin.TIMELESS);
            takeUpWindows(closed);
            startOver(closed);
        }
    }

    /** Closes every window, and begins with a pipeline that knows no dates. */
    private void startOver(Consumer<Summary> closed) {
        pipeline.closeAll(closed);
        readingsOfEarlierPipelines += pipeline.readings();
        lateOfEarlierPipelines += pipeline.lateReadings();
        pipeline = new Pipeline(settings);
        store.beginAnew(pipeline);
        announceLate();
    }

    // ---- open windows ----

    private void takeUpWindows(Consumer<Summary> closed) {
        Optional<String> damage = store.takeUp(pipeline, closed);
        lateAnnounced = lateOfEarlierPipelines + pipeline.lateReadings(); // by the run before
        damage.ifPresent(reason -> {
            LOG.error("windows: {}", reason);
            announce(
                    "windows-lost",
                    Severity.ALARM,
                    "The windows that were open at the last stop cannot be taken up.",
                    Map.of("reason", reason));
        });
    }

    // What cannot be kept is summed up early rather than lost.
    private void keepWindows() {
        if (!store.keep(pipeline)) {
            closeWindows();
        }
    }

    // ---- readings ----

    private void take(RecordedRow row) {
        passTime(row.timeMillis());
        row.readings().forEach(this::take);
    }

    private void takeLive() {
        if (clock.isDecided()) {
            takeDated();
        }
        announceDropped();
        watchWear();
    }

    private void watchWear() {
        long now = System.nanoTime();
        if (now - wearLookNanos < WEAR_EVERY_NANOS) {
            return;
        }
        wearLookNanos = now;
        boolean over = outbox.isOverBudget();
        if (over && !overBudget) {
            long written = outbox.level().writtenBytes();
            LOG.warn("card: {} bytes written in 24 hours, more than outbox.daily-writes", written);
            announce(
                    "writes-over-budget",
                    Severity.WARNING,
                    "More was written to the card in 24 hours than it is to bear; checkpoints become rarer.",
                    Map.of("written-24h-bytes", written));
        }
        overBudget = over;
    }

    private void takeDated() {
        // The time first: what comes while the readings are taken is not late.
        long now = clock.now().wallMillis();
        live.takeAll().forEach(this::take);
        takeDeliveries();
        passTime(now - STRAGGLERS_MILLIS);
        store.glance(pipeline);
    }

    private void take(LiveReading reading) {
        take(reading.dated(clock.wallMillisAt(reading.timeNanos())));
    }

    private void takeDeliveries() {
        List<Delivery> waiting = deliveries.takeAll();
        tickMillis = waiting.isEmpty() ? TICK_MILLIS : BUSY_TICK_MILLIS;
        waiting.forEach(this::take);
    }

    private void take(Delivery delivery) {
        long timeMillis = delivery.timeMillis() != Delivery.UNDATED
                ? delivery.timeMillis()
                : clock.wallMillisAt(delivery.arrivedNanos());
        if (store.enter(delivery, timeMillis)) {
            delivery.values().forEach(value -> take(Reading.of(value.series(), timeMillis, value.value())));
        }
    }

    private void take(Reading reading) {
        if (pipeline.accept(reading, this::closed) == Acceptance.LATE) {
            LOG.debug("late: {}", reading);
        }
    }

    private void passTime(long millis) {
        clock.advanceTo(millis);
        store.timePasses(pipeline, millis);
        pipeline.advanceTo(millis, this::closed);
        announceLate();
    }

    private void closed(Summary summary) {
        closed(summary, clock.now(), BootRedating.origin(clock));
    }

    private void closed(Summary summary, ClockStamp stamp, Origin origin) {
        summaries++;
        send(new OfSummary(summary, stamp), origin);
        history.accept(summary, stamp);
    }

    private void announceLate() {
        long late = lateReadings() - lateAnnounced;
        if (late > 0) {
            lateAnnounced += late;
            announce(
                    "readings-late",
                    Severity.WARNING,
                    late + " readings came after their window was closed and are in no summary.",
                    Map.of("count", late));
        }
    }

    private long lateReadings() {
        return lateOfEarlierPipelines + pipeline.lateReadings();
    }

    private void announceDropped() {
        long dropped = live.takeDropped();
        if (dropped > 0) {
            announce(
                    "readings-dropped",
                    Severity.ALARM,
                    dropped + " readings came faster than they could be taken and are in no summary.",
                    Map.of("count", dropped));
        }
    }

    // ---- the recordings' end ----

    private void replayEnded(long linesSkipped) {
        closeWindows();
        announce(
                "replay-ended",
                Severity.INFO,
                "The recordings are through.",
                Map.of(
                        "readings",
                        readingsOfEarlierPipelines + pipeline.readings(),
                        "late-readings",
                        lateReadings(),
                        "summaries",
                        summaries,
                        "lines-skipped",
                        linesSkipped));
        if (then == Then.STOP) {
            outcome = Outcome.DELIVERED;
            drain();
        }
    }

    private void replayFailed(String reason) {
        LOG.error("replay: {}", reason);
        closeWindows();
        announce("replay-failed", Severity.ALARM, "A recording cannot be read any further.", Map.of("reason", reason));
        outcome = Outcome.FAILED;
        drain();
    }

    private void closeWindows() {
        pipeline.closeAll(this::closed);
        announceLate();
    }

    private void drain() {
        announceStop("Everything is said.");
        phase = Phase.DRAINING;
        outbox.sync();
        endIfDrained();
    }

    private void endIfDrained() {
        if (phase == Phase.DRAINING && outbox.pending() == 0) {
            phase = Phase.DONE;
        }
    }

    // ---- the process ----

    private void stop() {
        if (phase == Phase.RUNNING) {
            clockChanged(clock.endWaiting());
            live.takeAll().forEach(this::take);
            takeDeliveries();
            keepWindows();
            announceStop("The process was asked to stop.");
            outbox.sync();
        } else if (outcome == Outcome.DELIVERED) {
            outcome = Outcome.STOPPED; // before everything was delivered
        }
        phase = Phase.DONE;
    }

    private void announceStop(String text) {
        announce("stopped", Severity.INFO, text, Map.of());
    }

    private void announce(String kind, Severity severity, String text, Map<String, Object> detail) {
        send(
                new OfEvent(new GatewayEvent(clock.now().wallMillis(), kind, severity, text, detail)),
                BootRedating.origin(clock));
    }

    private void tell(Notice notice) {
        announce(notice.kind(), notice.severity(), notice.text(), notice.detail());
    }

    private void announce(GatewayEvent event) {
        LOG.warn("clock: {}", event.text());
        send(new OfEvent(event), BootRedating.origin(clock));
    }

    private void send(OutboundMessage message, Origin origin) {
        if (outbox.append(OutboxPayload.encode(message), message.isKept(), origin)
                .isEmpty()) {
            refused++;
        } else if (refused > 0) {
            long count = refused;
            refused = 0;
            announce(
                    "messages-dropped",
                    Severity.ALARM,
                    count + " messages found no room while the card took nothing.",
                    Map.of("count", count));
        }
    }
}
