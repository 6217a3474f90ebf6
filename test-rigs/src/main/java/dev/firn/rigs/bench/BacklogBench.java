package dev.firn.rigs.bench;

import dev.firn.mqtt.Credentials;
import dev.firn.outbox.Condenser;
import dev.firn.outbox.DropReport;
import dev.firn.outbox.Origin;
import dev.firn.outbox.Outbox;
import dev.firn.outbox.OutboxListener;
import dev.firn.outbox.OutboxSettings;
import dev.firn.outbox.SeqRange;
import dev.firn.outbox.WriteMeter;
import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.uplink.Commands;
import dev.firn.uplink.GatewayEvent;
import dev.firn.uplink.NodePresence;
import dev.firn.uplink.OutboundMessage;
import dev.firn.uplink.OutboxPayload;
import dev.firn.uplink.Redating;
import dev.firn.uplink.Topics;
import dev.firn.uplink.Uplink;
import dev.firn.uplink.UplinkListener;
import dev.firn.uplink.UplinkSettings;
import dev.firn.uplink.mqtt.MqttLink;
import dev.firn.uplink.mqtt.MqttSettings;
import dev.firn.uplink.mqtt.TlsFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What a long backlog costs: opening an outbox that holds a million records against opening an empty one, bytes that go to
 * the disk for each byte of payload, and messages a second to Mosquitto on this machine against a bare Paho client with as
 * many messages on their way. Written as JSON; seconds and bytes.
 */
public final class BacklogBench {

    private static final int RECORDS = 1_000_000;
    private static final int OPENINGS = 9;
    private static final int WINDOW = 32;
    private static final int ROUNDS = 5;
    /** Less than a segment holds: what is read at an opening is the last segment, whatever lies before it. */
    private static final int FEW = 2000;

    private static final long GLANCE_NANOS = 2_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PLENTY = 4L << 30;

    private final Path directory;
    private final int records;
    private final BenchResult figures = new BenchResult();

    private BacklogBench(Path directory, int records) {
        this.directory = directory;
        this.records = records;
    }

    /**
     * Measures.
     *
     * @param arguments the file to write, and how many records if not a million
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: BacklogBench OUTPUT.json [RECORDS]");
            System.exit(64);
        }
        int records = arguments.length == 2 ? Integer.parseInt(arguments[1]) : RECORDS;
        try (ScratchDirectory directory = ScratchDirectory.create("firn-backlog")) {
            BacklogBench bench = new BacklogBench(directory.path(), records);
            bench.measure();
            bench.figures.write(Path.of(arguments[0]));
        }
        System.exit(0);
    }

    private void measure() throws IOException, InterruptedException {
        figures.put("records", records);
        fill(directory.resolve("few"), FEW);
        measureFilling();
        // By turns, so that whatever the machine does besides falls on all.
        double[] empty = new double[OPENINGS];
        double[] few = new double[OPENINGS];
        double[] full = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            empty[i] = openingSeconds(directory.resolve("empty-" + i));
            few[i] = openingSeconds(directory.resolve("few"));
            full[i] = openingSeconds(backlog());
        }
        figures.put("open-empty-s", median(empty));
        figures.put("open-with-2000-s", median(few));
        figures.put("open-full-s", median(full));
        figures.put("open-empty-each-s", empty);
        figures.put("open-with-2000-each-s", few);
        figures.put("open-full-each-s", full);
        try (MosquittoBroker broker = MosquittoBroker.started()) {
            drainByTurns(broker.url());
        }
    }

    private void drainByTurns(String brokerUrl) throws InterruptedException {
        int part = records / ROUNDS;
        // Once for the compiler, before anything counts.
        BarePublisher.publish(brokerUrl, WINDOW, part / 2, BacklogBench::json);
        double[] bare = new double[ROUNDS];
        double[] drained = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        Listener listener = new Listener();
        try (Outbox outbox = open(backlog(), listener)) {
            for (int i = 0; i < ROUNDS; i++) {
                bare[i] = rounded(BarePublisher.publish(brokerUrl, WINDOW, part, BacklogBench::json));
                drained[i] = rounded(drain(outbox, listener, brokerUrl, records - (i + 1L) * part));
                ratios[i] = rounded(drained[i] / bare[i]);
            }
        }
        figures.put("window", WINDOW);
        figures.put("bare-paho-messages-per-s", median(bare));
        figures.put("drained-messages-per-s", median(drained));
        figures.put("drain-ratio", median(ratios));
        figures.put("drain-ratio-each", ratios);
    }

    private void measureFilling() throws IOException, InterruptedException {
        long before = writtenBytes();
        long startNanos = System.nanoTime();
        long payloadBytes = fill(backlog(), records);
        long written = writtenBytes() - before;
        figures.put("fill-s", rounded((System.nanoTime() - startNanos) / 1e9));
        figures.put("payload-bytes", payloadBytes);
        figures.put("written-bytes", written);
        figures.put("written-bytes-per-payload-byte", rounded((double) written / payloadBytes));
        figures.put("file-bytes-per-payload-byte", rounded((double) fileBytes() / payloadBytes));
    }

    /** Bytes of the payloads. */
    private static long fill(Path place, int count) throws InterruptedException {
        long payloadBytes = 0;
        try (Outbox outbox = open(place, new Listener())) {
            for (int number = 1; number <= count; number++) {
                byte[] payload = OutboxPayload.encode(new OutboundMessage.OfEvent(event(number)));
                payloadBytes += payload.length;
                if (number % WINDOW == 0) {
                    outbox.awaitRoom();
                }
                if (outbox.append(payload, false, Origin.TIMELESS).isEmpty()) {
                    throw new RigException("the outbox takes no more than " + number + " records");
                }
            }
        }
        return payloadBytes;
    }

    private double openingSeconds(Path place) {
        long startNanos = System.nanoTime();
        Outbox outbox = open(place, new Listener());
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        outbox.close();
        return Math.round(seconds * 1e6) / 1e6;
    }

    /** Lets the uplink send until so many records are left, and says how many a second it sent. */
    private double drain(Outbox outbox, Listener listener, String brokerUrl, long left) {
        MqttSettings settings = new MqttSettings(
                List.of(brokerUrl),
                "firn-bench",
                new Credentials(Optional.empty(), Optional.empty()),
                new TlsFiles(Optional.empty(), Optional.empty()),
                PATIENCE);
        NodePresence presence = new NodePresence(
                new Topics("bench", "bench"),
                "bench",
                "bench",
                System::currentTimeMillis,
                System::currentTimeMillis,
                "{}".getBytes(StandardCharsets.UTF_8));
        try (Uplink uplink = new Uplink(
                new UplinkSettings(0, PATIENCE, directory.resolve("dead-letters")),
                outbox,
                MqttLink.all(settings),
                presence,
                Redating.NONE,
                new Commands(Map.of()),
                listener)) {
            long before = outbox.pending();
            long startNanos = System.nanoTime();
            uplink.start();
            while (outbox.pending() > left) {
                LockSupport.parkNanos(GLANCE_NANOS);
            }
            return (before - outbox.pending()) / ((System.nanoTime() - startNanos) / 1e9);
        }
    }

    private Path backlog() {
        return directory.resolve("backlog");
    }

    private static Outbox open(Path place, OutboxListener listener) {
        OutboxSettings settings = new OutboxSettings(place, PLENTY, Duration.ofSeconds(1));
        return Outbox.open(settings, Condenser.NONE, new WriteMeter(), listener);
    }

    private static GatewayEvent event(long number) {
        return new GatewayEvent(
                1_795_000_000_000L + number,
                "bench",
                GatewayEvent.Severity.INFO,
                "As long as a summary: mean, min, max, stddev, p50, p95, last, flag, and how well the clock was known."
                        + " Twelve figures of five digits each, and their names, come to so many bytes.",
                Map.of("number", number));
    }

    /** As the gateway writes it, but for the outbox. */
    private static byte[] json(long number) {
        GatewayEvent event = event(number);
        return """
                {"epoch":"c18d7106-a30b-493e-9dd2-e5ae72fd10fe","seq":%d,"time":%d,"kind":"bench","severity":"info","text":"%s","detail":{"number":%d}}""".formatted(number, event.timeMillis(), event.text(), number).getBytes(StandardCharsets.UTF_8);
    }

    private long fileBytes() throws IOException {
        try (var files = Files.list(backlog())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Bytes that this process has caused to go to disks, as the kernel counts them. */
    private static long writtenBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("write_bytes:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static double median(double[] all) {
        double[] ascending = all.clone();
        Arrays.sort(ascending);
        return ascending[ascending.length / 2];
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }

    /** Anything lost ends the measurement. */
    private static final class Listener implements OutboxListener, UplinkListener {

        @Override
        public void dropped(DropReport report) {
            throw new RigException("dropped: " + report);
        }

        @Override
        public void lost(SeqRange range, String reason) {
            throw new RigException("lost: " + range + ", " + reason);
        }

        @Override
        public void storageFailed(boolean failing, String reason) {
            throw new RigException("the disk takes no more: " + reason);
        }

        @Override
        public void drained() {
            // The last round sees it, too.
        }

        @Override
        public void connected(String broker) {
            // Nobody waits for it.
        }

        @Override
        public void refused(long seq, String topic) {
            throw new RigException("refused: " + topic + " " + seq);
        }

        @Override
        public void disconnected(String broker, String reason) {
            System.err.println(broker + ": " + reason);
        }
    }
}
