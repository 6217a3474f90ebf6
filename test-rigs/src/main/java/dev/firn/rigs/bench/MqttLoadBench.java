package dev.firn.rigs.bench;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.process.ChildProcess;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The work on which others were measured: 200 sensors, 2,000 readings a second over MQTT with quality of service 1, windows
 * of ten seconds to a second broker. Readings that are missing in the summaries when that broker is away for half a minute,
 * when the gateway is killed in a window, and with both; processor time against a Paho program that keeps windows in memory;
 * time to the subscription; memory. Written as JSON; seconds and bytes.
 */
public final class MqttLoadBench {

    private static final int SENSORS = 200;
    private static final int PER_SECOND = 2000;
    private static final int WINDOW_SECONDS = 10;
    private static final int LOAD_SECONDS = 60;
    private static final int STARTS = 5;
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final String LISTENS = "source load: listens";

    /** The JVM's options of bin/firn, for whoever is compared with it. */
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx128m");

    private final Distribution distribution;
    private final Duration load;

    private MqttLoadBench(Distribution distribution, Duration load) {
        this.distribution = distribution;
        this.load = load;
    }

    /**
     * Measures.
     *
     * @param arguments the file to write, the built gateway's directory, and the seconds of each load if not 60
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: MqttLoadBench OUTPUT.json FIRN_HOME [SECONDS]");
            System.exit(64);
        }
        int seconds = arguments.length == 3 ? Integer.parseInt(arguments[2]) : LOAD_SECONDS;
        MqttLoadBench bench = new MqttLoadBench(new Distribution(Path.of(arguments[1])), Duration.ofSeconds(seconds));
        BenchResult figures = new BenchResult();
        figures.put("sensors", SENSORS);
        figures.put("readings-per-s", PER_SECOND);
        figures.put("window-s", WINDOW_SECONDS);
        figures.put("load-s", seconds);
        figures.put("plain-paho", bench.plain());
        for (Scenario scenario : Scenario.values()) {
            figures.put(scenario.name().toLowerCase(Locale.ROOT).replace('_', '-'), bench.run(scenario));
        }
        figures.put("start", bench.starts());
        figures.write(Path.of(arguments[0]));
        System.exit(0);
    }

    /** What happens under the load. */
    private enum Scenario {
        NOTHING(false, false),
        BROKER_AWAY(true, false),
        KILLED(false, true),
        BROKER_AWAY_AND_KILLED(true, true);

        private final boolean away;
        private final boolean killed;

        Scenario(boolean away, boolean killed) {
            this.away = away;
            this.killed = killed;
        }
    }

    private Map<String, Object> run(Scenario scenario) throws IOException {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-load");
                MosquittoBroker near = MosquittoBroker.started();
                MosquittoBroker far = MosquittoBroker.started();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(far.url(), "ledger");
                SensorLoad sensors = SensorLoad.connect(near.port(), SENSORS)) {
            Supplier<ChildProcess> start = () -> gateway(directory.path(), near, far, "");
            ChildProcess gateway = start.get();
            awaitWords(gateway, LISTENS);
            double cpuBefore = gateway.usage().cpuSeconds();
            CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(sensors));
            if (scenario.away) {
                pause(publishing, load.dividedBy(6));
                far.stop();
            }
            if (scenario.killed) {
                // Half-way between two windows' ends, whenever they are.
                pause(publishing, load.dividedBy(4));
                gateway.close();
                gateway = start.get();
            }
            if (scenario.away) {
                pause(publishing, load.dividedBy(2).minus(scenario.killed ? load.dividedBy(4) : Duration.ZERO));
                far.start();
            }
            publishing.join();
            double cpu = gateway.usage().cpuSeconds() - cpuBefore;
            sensors.awaitAcknowledged(BOUND);
            awaitSettled(subscriber, sensors);
            Map<String, Object> figures = account(subscriber.ledger(), sensors);
            if (!scenario.killed) {
                figures.put("cpu-s", rounded(cpu));
            }
            figures.put("resident-bytes", gateway.usage().residentBytes());
            gateway.terminate();
            figures.put("exit-code", gateway.waitFor(BOUND));
            gateway.close();
            return figures;
        }
    }

    private static Map<String, Object> account(Ledger ledger, SensorLoad sensors) {
        long counted = counted(ledger);
        long sum = Math.round(ledger.summaries().stream()
                .mapToDouble(summary -> summary.statistic("sum").orElse(0))
                .sum());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sent", sensors.sent());
        figures.put("counted", counted);
        figures.put("lost", sensors.sent() - counted);
        figures.put("sum-sent", sensors.sum());
        figures.put("sum-of-summaries", sum);
        figures.put("sum-is-exact", sum == sensors.sum());
        figures.put("gaps", ledger.gaps().size());
        figures.put("altered", ledger.alteredDuplicates().size());
        return figures;
    }

    private Map<String, Object> plain() throws IOException {
        try (MosquittoBroker near = MosquittoBroker.started();
                MosquittoBroker far = MosquittoBroker.started();
                SensorLoad sensors = SensorLoad.connect(near.port(), SENSORS);
                ChildProcess program = plain(near, far)) {
            awaitWords(program, "listens");
            double cpuBefore = program.usage().cpuSeconds();
            publish(sensors);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("cpu-s", rounded(program.usage().cpuSeconds() - cpuBefore));
            figures.put("resident-bytes", program.usage().residentBytes());
            return figures;
        }
    }

    /** Wall time from the start of the process to its subscription, medians, and memory without load. */
    private Map<String, Object> starts() {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-load");
                MosquittoBroker near = MosquittoBroker.started();
                MosquittoBroker far = MosquittoBroker.started()) {
            Path cache = directory.resolve("firn.aot");
            try (ChildProcess gateway = gateway(directory.path(), near, far, "-XX:AOTCacheOutput=" + cache)) {
                awaitWords(gateway, LISTENS);
                gateway.terminate();
                gateway.waitFor(BOUND);
            }
            String cached = "-XX:AOTCache=" + cache;
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("plain-paho-s", median(() -> plain(near, far), "listens"));
            figures.put("gateway-s", median(() -> gateway(directory.path(), near, far, ""), LISTENS));
            figures.put(
                    "gateway-with-aot-cache-s", median(() -> gateway(directory.path(), near, far, cached), LISTENS));
            figures.put("idle-resident-bytes", idle(() -> gateway(directory.path(), near, far, "")));
            figures.put("idle-resident-with-aot-cache-bytes", idle(() -> gateway(directory.path(), near, far, cached)));
            return figures;
        }
    }

    private static double median(Supplier<ChildProcess> start, String words) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long startNanos = System.nanoTime();
            try (ChildProcess process = start.get()) {
                awaitWords(process, words);
                seconds.add(rounded((System.nanoTime() - startNanos) / 1e9));
            }
        }
        return seconds.stream().sorted().toList().get(STARTS / 2);
    }

    private static long idle(Supplier<ChildProcess> start) {
        try (ChildProcess gateway = start.get()) {
            awaitWords(gateway, LISTENS);
            gateway.poll(IDLE);
            return gateway.usage().residentBytes();
        }
    }

    private ChildProcess gateway(Path directory, MosquittoBroker near, MosquittoBroker far, String options) {
        Path configuration = directory.resolve("gateway.yaml");
        try {
            Files.writeString(configuration, """
                    node: {site: bench, id: bench}
                    sensors:
                      - id: load
                        driver: mqtt
                        url: "%s"
                        topic: "sensors/{sensor}"
                        series: [{quantity: people-count, value: /v}]
                    pipeline: {window: %ds, quality: off}
                    outbox: {directory: outbox}
                    uplink: {mqtt: {url: "%s"}}
                    """.formatted(near.url(), WINDOW_SECONDS, far.url()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return distribution.program(
                "firn",
                Map.of("FIRN_JAVA_OPTS", options),
                Path.of("/dev/null"),
                "run",
                "--config",
                configuration.toString());
    }

    private static ChildProcess plain(MosquittoBroker near, MosquittoBroker far) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PlainWindows.class.getName()));
        command.addAll(List.of(near.url(), far.url(), Integer.toString(WINDOW_SECONDS)));
        return ChildProcess.start("plain", command, Path.of("").toAbsolutePath(), Map.of());
    }

    private void publish(SensorLoad sensors) {
        try {
            sensors.publish(load, PER_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for part of the load. */
    private static void pause(CompletableFuture<Void> publishing, Duration pause) {
        publishing
                .copy()
                .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static void awaitWords(ChildProcess process, String words) {
        long deadlineNanos = System.nanoTime() + BOUND.toNanos();
        while (!says(process, words)) {
            if (process.poll(GLANCE).isPresent() || System.nanoTime() > deadlineNanos) {
                throw new RigException("never said \"" + words + "\" but:\n" + process.tail());
            }
        }
    }

    private static boolean says(ChildProcess process, String words) {
        return process.standardOutput().stream().anyMatch(line -> line.contains(words))
                || process.standardError().stream().anyMatch(line -> line.contains(words));
    }

    /** Waits until everything is counted; not for ever, because something may be lost. */
    private static void awaitSettled(LedgerSubscriber subscriber, SensorLoad sensors) {
        try {
            subscriber.await("all readings", ledger -> counted(ledger) >= sensors.sent(), BOUND);
        } catch (RigException e) {
            System.err.println(e.getMessage());
        }
    }

    private static long counted(Ledger ledger) {
        return ledger.summaries().stream().mapToLong(PublishedSummary::count).sum();
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
