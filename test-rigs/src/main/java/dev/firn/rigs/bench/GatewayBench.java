package dev.firn.rigs.bench;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.EmbeddedBroker;
import dev.firn.rigs.demo.Demo;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.process.ProcessUsage;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.rigs.recordings.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Figures of the whole gateway as a process, against a broker on the same machine: processor and wall time from its
 * start to the first message, memory while the demo's day is replayed, and readings per second at full speed. Written
 * as JSON; seconds and bytes.
 */
public final class GatewayBench {

    private static final int STARTS = 7;
    private static final Duration BOUND = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);

    private final Distribution distribution;
    private final EmbeddedBroker broker;
    private final LedgerSubscriber subscriber;

    private GatewayBench(Distribution distribution, EmbeddedBroker broker, LedgerSubscriber subscriber) {
        this.distribution = distribution;
        this.broker = broker;
        this.subscriber = subscriber;
    }

    /**
     * Measures.
     *
     * @param arguments the file to write, and the built gateway's directory
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: GatewayBench OUTPUT.json FIRN_HOME");
            System.exit(64);
        }
        measure(new Distribution(Path.of(arguments[1]))).write(Path.of(arguments[0]));
        System.exit(0);
    }

    private static BenchResult measure(Distribution distribution) {
        BenchResult figures = new BenchResult();
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "bench")) {
            GatewayBench bench = new GatewayBench(distribution, broker, subscriber);
            figures.put("start-up", bench.startUp());
            figures.put("full-speed", bench.fullSpeed());
            figures.put("memory-under-demo", bench.memory());
        }
        return figures;
    }

    private Map<String, Object> startUp() {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(start());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("runs", STARTS);
        figures.put("first-message-wall-s", median(starts, start -> start.message.wallSeconds));
        figures.put("first-message-cpu-s", median(starts, start -> start.message.cpuSeconds));
        figures.put("first-summary-wall-s", median(starts, start -> start.summary.wallSeconds));
        figures.put("first-summary-cpu-s", median(starts, start -> start.summary.cpuSeconds));
        figures.put("each", starts.stream().map(Start::figures).toList());
        return figures;
    }

    private Start start() {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-bench")) {
            ReplaySensor day = station(directory).between("2014-12-26T00:00:00+01:00", "2014-12-27T00:00:00+01:00");
            GatewayConfig config = GatewayConfig.publishingTo(broker.url()).replaying(day);
            Ledger before = drained();
            long startNanos = System.nanoTime();
            try (GatewayProcess gateway =
                    distribution.run(config.andThen("wait").writeTo(directory.path()))) {
                awaitMessage(before);
                Point message = Point.since(startNanos, gateway);
                long numbered = before.size() + 1;
                subscriber.await("what follows the start", ledger -> ledger.size() > numbered, BOUND);
                Start start = new Start(message, Point.since(startNanos, gateway));
                gateway.terminate();
                gateway.waitFor(BOUND);
                return start;
            }
        }
    }

    private Map<String, Object> fullSpeed() {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-bench")) {
            GatewayConfig config = GatewayConfig.publishingTo(broker.url()).replaying(station(directory));
            Ledger before = drained();
            long startNanos = System.nanoTime();
            try (GatewayProcess gateway = distribution.run(config.writeTo(directory.path()))) {
                awaitMessage(before);
                double first = seconds(startNanos);
                int ends = before.events("replay-ended").size();
                subscriber.await(
                        "the end", ledger -> ledger.events("replay-ended").size() > ends, BOUND);
                double last = seconds(startNanos);
                awaitGoodEnd(gateway);
                return fullSpeedFigures(before, last - first, seconds(startNanos));
            }
        }
    }

    private Map<String, Object> fullSpeedFigures(Ledger before, double publishingSeconds, double processSeconds) {
        Ledger after = drained();
        PublishedEvent end = after.events().stream()
                .filter(event -> event.kind().equals("replay-ended")
                        && before.events().stream().noneMatch(event::equals))
                .findFirst()
                .orElseThrow();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("readings", end.number("readings"));
        figures.put("summaries", end.number("summaries"));
        figures.put("bytes", after.bytes() - before.bytes());
        figures.put("first-message-to-last-s", rounded(publishingSeconds));
        figures.put("process-wall-s", rounded(processSeconds));
        figures.put("readings-per-s", rounded(end.number("readings") / publishingSeconds));
        figures.put("summaries-per-s", rounded(end.number("summaries") / publishingSeconds));
        return figures;
    }

    private Ledger drained() {
        subscriber.drain(BOUND);
        return subscriber.ledger();
    }

    private void awaitMessage(Ledger before) {
        subscriber.await("a message", ledger -> ledger.arrivals() > before.arrivals(), BOUND);
    }

    private static ReplaySensor station(ScratchDirectory directory) {
        return ReplaySensor.smet("station", Recording.WFJ2.copyTo(directory.path()));
    }

    private static void awaitGoodEnd(GatewayProcess gateway) {
        int exitCode = gateway.waitFor(BOUND);
        if (exitCode != 0) {
            throw new RigException("the gateway ended with exit code " + exitCode + ":\n" + gateway.words());
        }
    }

    private Map<String, Object> memory() {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-bench")) {
            Path file = Demo.winterDay(broker.url(), directory.path()).writeTo(directory.path());
            List<ProcessUsage> samples = new ArrayList<>();
            try (GatewayProcess gateway = distribution.run(file)) {
                while (gateway.poll(BETWEEN_SAMPLES).isEmpty()) {
                    sample(gateway, samples);
                }
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("samples", samples.size());
            figures.put("resident-median-bytes", (long) median(samples, ProcessUsage::residentBytes));
            figures.put("resident-at-end-bytes", samples.getLast().residentBytes());
            figures.put("resident-peak-bytes", samples.getLast().peakResidentBytes());
            figures.put("cpu-s", samples.getLast().cpuSeconds());
            return figures;
        }
    }

    private static void sample(GatewayProcess gateway, List<ProcessUsage> samples) {
        try {
            samples.add(gateway.usage());
        } catch (RigException e) {
            // It has ended between the question whether it runs and this one.
            if (gateway.isAlive()) {
                throw e;
            }
        }
    }

    private static <T> double median(List<T> all, ToDoubleFunction<T> figure) {
        double[] ascending = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = ascending.length / 2;
        return rounded(ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2);
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** When something was first seen, and what the process had used by then. */
    private record Point(double wallSeconds, double cpuSeconds) {

        static Point since(long startNanos, GatewayProcess gateway) {
            return new Point(rounded(seconds(startNanos)), gateway.usage().cpuSeconds());
        }
    }

    private record Start(Point message, Point summary) {

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("first-message-wall-s", message.wallSeconds);
            figures.put("first-message-cpu-s", message.cpuSeconds);
            figures.put("first-summary-wall-s", summary.wallSeconds);
            figures.put("first-summary-cpu-s", summary.cpuSeconds);
            return figures;
        }
    }
}
