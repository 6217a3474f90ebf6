package dev.firn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.config.ReplayConfig.Then;
import dev.firn.gateway.GatewayLoop.Outcome;
import dev.firn.outbox.Outbox;
import dev.firn.outbox.OutboxRecord;
import dev.firn.outbox.OutboxSettings;
import dev.firn.outbox.SeqRange;
import dev.firn.pipeline.Pipeline;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.sensor.replay.DamagedLine;
import dev.firn.sensor.replay.RecordedRow;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop with a real outbox, its other threads played by the test. */
class GatewayLoopTest {

    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private final Inbox inbox = new Inbox();
    private Outbox outbox;
    private final CompletableFuture<Outcome> ended = new CompletableFuture<>();

    @BeforeEach
    void open() {
        OutboxSettings settings = new OutboxSettings(directory, OutboxSettings.LEAST_BYTES, Duration.ofMillis(1));
        outbox = Outbox.open(settings, new OutboxNotices(inbox));
    }

    @AfterEach
    void close() {
        inbox.close();
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

    private void start(Then then) {
        Pipeline pipeline = new Pipeline(new PipelineSettings(60_000, true, Map.of()));
        GatewayLoop loop = new GatewayLoop(inbox, pipeline, outbox, new ReplayClock(0), then);
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
            messages.add(new String(next.payload(), StandardCharsets.UTF_8));
        }
        return messages;
    }
}
