package dev.firn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.checkpoint.Checkpoints;
import dev.firn.checkpoint.WindowStore;
import dev.firn.clock.ClockFile;
import dev.firn.clock.ClockLook;
import dev.firn.clock.ClockSettings;
import dev.firn.clock.LiveClock;
import dev.firn.clock.ReplayClock;
import dev.firn.config.ReplayConfig.Then;
import dev.firn.gateway.GatewayLoop.Outcome;
import dev.firn.outbox.Condenser;
import dev.firn.outbox.Outbox;
import dev.firn.outbox.OutboxRecord;
import dev.firn.outbox.OutboxSettings;
import dev.firn.outbox.SeqRange;
import dev.firn.outbox.WriteMeter;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.sensor.replay.DamagedLine;
import dev.firn.sensor.replay.RecordedRow;
import dev.firn.source.Deliveries;
import dev.firn.source.Delivery;
import dev.firn.source.Receipt;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.uplink.Redating.Redate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop with a real outbox, its other threads played by the test. */
class GatewayLoopTest {

    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final UUID BOOT = new UUID(3, 3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Checkpoints> stores = new ArrayList<>();

    @TempDir
    private Path directory;

    private final Inbox inbox = new Inbox();
    private Outbox outbox;
    private final CompletableFuture<Outcome> ended = new CompletableFuture<>();

    @BeforeEach
    void open() {
        OutboxSettings settings = new OutboxSettings(directory, OutboxSettings.LEAST_BYTES, Duration.ofMillis(1));
        outbox = Outbox.open(settings, Condenser.NONE, new WriteMeter(), new OutboxNotices(inbox));
    }

    @AfterEach
    void close() {
        inbox.close();
        stores.forEach(Checkpoints::close); // again does no harm
        outbox.close();
    }

    @Test
    void sumsUpAWindowWhenTimeHasPassedIt() throws Exception {
        start(Then.STOP);
        inbox.tell(arrived(0, 1));
        inbox.tell(arrived(30_000, 3));
        inbox.tell(new LoopEvent.TimePassed(60_000));
        assertThat(take(2))
                .satisfiesExactly(
                        started -> assertThat(started).contains("\"kind\":\"started\""),
                        summary -> assertThat(summary)
                                .startsWith("summary/air/air-temperature\n")
                                .contains("\"from\":0,\"to\":60000")
                                .contains("\"count\":2")
                                .contains("\"mean\":2"));
    }

    @Test
    void endsOnlyWhenEverythingIsAcknowledged() throws Exception {
        start(Then.STOP);
        inbox.tell(arrived(0, 1));
        inbox.tell(new LoopEvent.ReplayEnded(0));
        List<String> messages = take(4);
        assertThat(messages.get(1)).startsWith("summary/");
        assertThat(messages.get(2)).contains("\"kind\":\"replay-ended\"", "\"readings\":1", "\"summaries\":1");
        assertThat(messages.get(3)).contains("\"kind\":\"stopped\"");
        for (long seq = 1; seq < 4; seq++) {
            outbox.acknowledge(seq);
        }
        assertThat(ended).isNotDone();
        outbox.acknowledge(4);
        assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void staysAfterAReplayThatIsToWait() throws Exception {
        start(Then.WAIT);
        inbox.tell(new LoopEvent.ReplayEnded(0));
        take(2);
        outbox.acknowledge(1);
        outbox.acknowledge(2);
        inbox.tell(arrived(0, 1));
        inbox.tell(new LoopEvent.StopRequested());
        assertThat(take(2).getFirst()).as("it still takes readings").startsWith("summary/");
        assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Outcome.STOPPED);
    }

    @Test
    void sendsOpenWindowsWhenItIsStopped() throws Exception {
        start(Then.WAIT);
        inbox.tell(arrived(0, 1));
        inbox.tell(new LoopEvent.StopRequested());
        assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Outcome.STOPPED);
        List<String> messages = take(3);
        assertThat(messages.get(1)).startsWith("summary/").contains("\"count\":1");
        assertThat(messages.get(2)).contains("\"kind\":\"stopped\"");
    }

    @Test
    void aReplayThatFailsEndsInFailureWhenItsAlarmIsDelivered() throws Exception {
        start(Then.WAIT);
        inbox.tell(new LoopEvent.ReplayFailed("station.smet: disk on fire"));
        assertThat(take(3).get(1)).contains("\"kind\":\"replay-failed\"", "disk on fire", "\"severity\":\"alarm\"");
        for (long seq = 1; seq <= 3; seq++) {
            outbox.acknowledge(seq);
        }
        assertThat(ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void saysWhatWasLostLateOrSkipped() throws Exception {
        start(Then.WAIT);
        inbox.tell(new LoopEvent.RecordsLost(new SeqRange(7, 9), "outbox full"));
        inbox.tell(new LoopEvent.LineSkipped(new DamagedLine(Path.of("a.smet"), 17, "x", "no number")));
        inbox.tell(arrived(60_000, 1));
        inbox.tell(arrived(0, 1));
        inbox.tell(new LoopEvent.TimePassed(60_001));
        List<String> messages = take(4);
        assertThat(messages.get(1)).contains("\"from-seq\":7", "\"to-seq\":9", "outbox full");
        assertThat(messages.get(2)).contains("\"file\":\"a.smet\"", "\"line\":17", "no number");
        assertThat(messages.get(3)).contains("\"kind\":\"readings-late\"", "\"count\":1");
    }

    @Test
    void theSameMomentsGiveTheSameMessagesHoweverManyTellOfThem() throws Exception {
        start(Then.STOP);
        for (int minute = 0; minute < 3; minute++) {
            inbox.tell(arrived(minute * 60_000L, minute));
            inbox.tell(arrived(minute * 60_000L + 1000, minute));
            inbox.tell(new LoopEvent.TimePassed(minute * 60_000L + 60_000));
        }
        inbox.tell(new LoopEvent.TimePassed(500_000));
        inbox.tell(new LoopEvent.TimePassed(500_000));
        inbox.tell(new LoopEvent.ReplayEnded(0));
        assertThat(take(6).subList(1, 4)).allMatch(message -> message.startsWith("summary/"));
    }

    @Test
    void closesAWindowOfLiveReadingsThoughNothingMoreComes() throws Exception {
        LiveReadings live = new LiveReadings(10);
        LiveClock clock = rightClock();
        start(new GatewayLoop(
                inbox, live, new Deliveries(), pipeline(1000), WindowStore.NONE, outbox, clock, Then.WAIT));
        live.put(List.of(measured(System.nanoTime(), -3)));
        assertThat(take(2).get(1)).startsWith("summary/air/").contains("\"count\":1", "\"mean\":-3");
    }

    @Test
    void sendsLiveReadingsThatWaitWhenItIsStopped() throws Exception {
        LiveReadings live = new LiveReadings(10);
        LiveClock clock = rightClock();
        live.put(List.of(measured(System.nanoTime(), 1)));
        inbox.tell(new LoopEvent.StopRequested());
        start(new GatewayLoop(
                inbox, live, new Deliveries(), pipeline(3_600_000), WindowStore.NONE, outbox, clock, Then.WAIT));
        assertThat(take(3).get(1)).startsWith("summary/air/").contains("\"count\":1");
    }

    @Test
    void windowsThatAreOpenGoOnAfterARestart() throws Exception {
        Checkpoints store = checkpoints();
        long now = System.nanoTime();
        LiveReadings live = new LiveReadings(10);
        live.put(List.of(measured(now, 1)));
        LiveClock clock = rightClock();
        inbox.tell(new LoopEvent.StopRequested());
        start(new GatewayLoop(inbox, live, new Deliveries(), pipeline(3_600_000), store, outbox, clock, Then.WAIT));
        assertThat(take(2)).noneMatch(message -> message.startsWith("summary/"));
        store.close();

        live.put(List.of(measured(now, 3), measured(now + 3_600_000_000_000L, 5)));
        LiveClock next = rightClock();
        inbox.tell(new LoopEvent.ReadingsWait());
        start(new GatewayLoop(
                inbox, live, new Deliveries(), pipeline(3_600_000), checkpoints(), outbox, next, Then.WAIT));
        assertThat(take(2).get(1)).startsWith("summary/air/").contains("\"count\":2", "\"mean\":2");
    }

    @Test
    void saysThatKeptWindowsAreDamaged() throws Exception {
        Path file = directory.resolve("windows.state");
        Files.writeString(file, "no windows");
        Checkpoints store = checkpoints();
        start(new GatewayLoop(
                inbox,
                new LiveReadings(1),
                new Deliveries(),
                pipeline(60_000),
                store,
                outbox,
                rightClock(),
                Then.WAIT));
        assertThat(take(2).get(1)).contains("\"kind\":\"windows-lost\"", "\"severity\":\"alarm\"");
        assertThat(directory.resolve("windows.state.damaged")).exists();
    }

    @Test
    void saysWhichSensorsAreLostAndBackWhichBusIsStuckAndWhatWasDropped() throws Exception {
        LiveReadings live = new LiveReadings(1);
        live.put(List.of(measured(System.nanoTime(), 1), measured(System.nanoTime(), 1)));
        inbox.tell(new LoopEvent.SensorLost("air", "i2c-1 0x76 nothing answers"));
        inbox.tell(new LoopEvent.SensorBack("air", Duration.ofMillis(2500)));
        inbox.tell(new LoopEvent.BusStuck("i2c-1", "air"));
        inbox.tell(new LoopEvent.BusFreed("i2c-1", Duration.ofSeconds(9)));
        inbox.tell(new LoopEvent.ReadingsWait());
        start(new GatewayLoop(
                inbox, live, new Deliveries(), pipeline(3_600_000), WindowStore.NONE, outbox, rightClock(), Then.WAIT));
        List<String> messages = take(6);
        assertThat(messages.get(1)).contains("\"kind\":\"sensor-lost\"", "\"sensor\":\"air\"", "nothing answers");
        assertThat(messages.get(2)).contains("\"kind\":\"sensor-back\"", "\"away-ms\":2500");
        assertThat(messages.get(3)).contains("\"kind\":\"bus-stuck\"", "\"bus\":\"i2c-1\"");
        assertThat(messages.get(4)).contains("\"kind\":\"bus-back\"", "\"stuck-ms\":9000");
        assertThat(messages.get(5)).contains("\"kind\":\"readings-dropped\"", "\"count\":1");
    }

    @Test
    void readingsWaitUntilTheTimeIsKnownAndAreDatedRightly() throws Exception {
        LiveReadings live = new LiveReadings(10);
        LiveClock clock = startedClock();
        long now = System.currentTimeMillis();
        live.put(List.of(measured(System.nanoTime(), 1), measured(System.nanoTime() + 1_000_000, 3)));
        start(new GatewayLoop(
                inbox, live, new Deliveries(), pipeline(1000), WindowStore.NONE, outbox, clock, Then.WAIT));
        inbox.tell(looked(0, -1));
        inbox.tell(new LoopEvent.ReadingsWait());
        inbox.tell(new LoopEvent.SensorLost("air", "gone"));
        assertThat(take(2).get(1)).contains("sensor-lost");
        assertThat(clock.isDecided()).isFalse();
        inbox.tell(looked(now + 9 * DAY, 4));
        List<String> messages = take(2);
        assertThat(messages.getFirst()).contains("\"clock-corrected\"", "\"source\":\"kernel\"", "\"info\"");
        assertThat(messages.get(1)).startsWith("summary/air/").contains("\"count\":2", "\"synced\":true");
        long from = Long.parseLong(messages.get(1).replaceAll("(?s).*\"from\":(\\d+),.*", "$1"));
        assertThat(from).isBetween(now + 9 * DAY - 60_000, now + 9 * DAY);
    }

    @Test
    void aCorrectionClosesWindowsUnderTheTimeBefore() throws Exception {
        LiveReadings live = new LiveReadings(10);
        LiveClock clock = startedClock();
        long guess = System.currentTimeMillis();
        start(new GatewayLoop(
                inbox, live, new Deliveries(), pipeline(31 * DAY), WindowStore.NONE, outbox, clock, Then.WAIT));
        inbox.tell(waitedInVain(guess));
        live.put(List.of(measured(System.nanoTime(), 1)));
        inbox.tell(new LoopEvent.ReadingsWait());
        assertThat(take(2).get(1)).contains("\"clock-unsynced\"", "\"warning\"");
        live.put(List.of(measured(System.nanoTime(), 2)));
        inbox.tell(looked(guess + 1800_000, 4));
        OutboxRecord early = outbox.next(PATIENCE).orElseThrow();
        assertThat(text(early)).startsWith("summary/").contains("\"count\":2", "\"synced\":false");
        assertThat(early.origin().settled()).isFalse();
        assertThat(take(1).getFirst()).contains("\"clock-corrected\"");

        Redate redate = BootRedating.by(clock).of(early.origin()).orElseThrow();
        assertThat(redate.byMillis()).isCloseTo(1800_000, within(60_000L));
        assertThat(redate.clock().synced()).isTrue();

        live.put(List.of(measured(System.nanoTime(), 3)));
        inbox.tell(new LoopEvent.StopRequested());
        OutboxRecord late = outbox.next(PATIENCE).orElseThrow();
        assertThat(text(late)).contains("\"count\":1", "\"mean\":3", "\"synced\":true");
        assertThat(late.origin().settled()).isTrue();
        assertThat(BootRedating.by(clock).of(late.origin())).isEmpty();
    }

    @Test
    void whatIsNotBelievedIsAnAlarm() throws Exception {
        LiveClock clock = rightClock();
        long now = System.currentTimeMillis();
        start(new GatewayLoop(
                inbox,
                new LiveReadings(1),
                new Deliveries(),
                pipeline(1000),
                WindowStore.NONE,
                outbox,
                clock,
                Then.WAIT));
        inbox.tell(looked(now + 4000 * DAY, 4));
        assertThat(take(2).get(1)).contains("\"clock-refused\"", "\"alarm\"", "restart the service", "\"step-ms\":345");
        assertThat(clock.now().wallMillis()).isCloseTo(now, within(60_000L));
    }

    @Test
    void windowsOfAnotherBootEndWhereTheTimeIsAGuess() throws Exception {
        Checkpoints store = checkpoints();
        LiveReadings live = new LiveReadings(10);
        live.put(List.of(measured(System.nanoTime(), 1)));
        LiveClock clock = rightClock();
        inbox.tell(new LoopEvent.StopRequested());
        start(new GatewayLoop(inbox, live, new Deliveries(), pipeline(3_600_000), store, outbox, clock, Then.WAIT));
        take(2);
        store.close();

        start(new GatewayLoop(
                inbox, live, new Deliveries(), pipeline(3_600_000), checkpoints(), outbox, startedClock(), Then.WAIT));
        inbox.tell(waitedInVain(System.currentTimeMillis()));
        assertThat(take(1).getFirst()).contains("\"started\"");
        OutboxRecord kept = outbox.next(PATIENCE).orElseThrow();
        assertThat(text(kept)).startsWith("summary/").contains("\"count\":1", "\"synced\":true");
        assertThat(kept.origin().settled()).as("its dates stay").isTrue();
    }

    @Test
    void deliveriesAreInTheWindowsOfTheirTimeAndToldToBeSafe() throws Exception {
        Deliveries deliveries = new Deliveries();
        CompletableFuture<Integer> safe = new CompletableFuture<>();
        Receipt receipt = new Receipt() {
            @Override
            public String source() {
                return "broker";
            }

            @Override
            public void safe(int messageId) {
                safe.complete(messageId);
            }
        };
        List<Delivery.Value> values = List.of(new Delivery.Value(AIR, -3));
        long now = System.currentTimeMillis();
        deliveries.put(new Delivery(receipt, 7, 0, false, now - 10_000, 0, values));
        deliveries.put(new Delivery(receipt, 8, 0, false, Delivery.UNDATED, System.nanoTime(), values));
        start(new GatewayLoop(
                inbox,
                new LiveReadings(1),
                deliveries,
                pipeline(1000),
                checkpoints(),
                outbox,
                rightClock(),
                Then.WAIT));
        assertThat(take(3).subList(1, 3)).allMatch(message -> message.startsWith("summary/air/"));
        assertThat(safe.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(7);
    }

    private Checkpoints checkpoints() {
        Checkpoints store = Checkpoints.open(directory, outbox, Duration.ofHours(1), Long.MAX_VALUE);
        stores.add(store);
        return store;
    }

    private void start(Then then) {
        start(new GatewayLoop(
                inbox,
                new LiveReadings(1),
                new Deliveries(),
                pipeline(60_000),
                WindowStore.NONE,
                outbox,
                new ReplayClock(0),
                then));
    }

    private static PipelineSettings pipeline(long windowMillis) {
        return PipelineSettings.inWindowsOf(windowMillis);
    }

    /** A clock that has just been started, and is right at the loop's first look, which waits for it. */
    private LiveClock rightClock() throws InterruptedException {
        LiveClock clock = startedClock();
        inbox.tell(looked(System.currentTimeMillis(), 0));
        return clock;
    }

    private LiveClock startedClock() {
        ClockSettings settings = new ClockSettings(Duration.ofHours(1), 0);
        return LiveClock.start(BOOT, settings, new ClockFile(directory, "clock.state"));
    }

    /** A look on a board that has just been started. */
    private static LoopEvent looked(long systemMillis, long errorMillis) {
        return new LoopEvent.ClockLooked(new ClockLook(System.nanoTime(), systemMillis, 0, errorMillis, false));
    }

    /** The same on a board that has been up for longer than anybody waits. */
    private static LoopEvent waitedInVain(long systemMillis) {
        return new LoopEvent.ClockLooked(new ClockLook(
                System.nanoTime(), systemMillis, Duration.ofDays(1).toMillis(), -1, false));
    }

    private static LiveReading measured(long nanos, double value) {
        return new LiveReading(AIR, nanos, value, QualityFlag.NOT_EVALUATED);
    }

    private void start(GatewayLoop loop) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                ended.complete(loop.run());
            } catch (InterruptedException | RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
    }

    private static LoopEvent arrived(long millis, double value) {
        return new LoopEvent.Arrived(new RecordedRow(millis, List.of(Reading.of(AIR, millis, value))));
    }

    private List<String> take(int count) throws InterruptedException {
        List<String> messages = new ArrayList<>();
        while (messages.size() < count) {
            OutboxRecord next = outbox.next(PATIENCE).orElseThrow(() -> new AssertionError("only " + messages));
            messages.add(text(next));
        }
        return messages;
    }

    private static String text(OutboxRecord message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }
}
