package dev.firn.rigs.bench;

import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.kernel.GuestBroker;
import dev.firn.rigs.kernel.GuestProcess;
import dev.firn.rigs.kernel.GuestSubscriber;
import dev.firn.rigs.kernel.I2cBus;
import dev.firn.rigs.kernel.KernelGuest;
import dev.firn.rigs.kernel.SlaveModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How evenly the built gateway reads sixteen sensors on two I2C buses once a second, and what that costs, in the guest
 * of the kernel rig. The witness is the log of the simulated buses, which the gateway knows nothing of. Written as JSON.
 */
public final class PollingBench {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final int MEASURED_SECONDS = 60;
    private static final double INTERVAL_S = 1;
    private static final double TICKS_PER_SECOND = 100;
    private static final List<Integer> BUSES = List.of(1, 3);

    /** Of each part, its two addresses. */
    private static final Map<String, List<Integer>> PARTS = Map.of(
            "bme280", List.of(0x76, 0x77),
            "bh1750", List.of(0x23, 0x5c),
            "sht31", List.of(0x44, 0x45),
            "adxl345", List.of(0x53, 0x1d));

    private final KernelGuest guest;

    private PollingBench(KernelGuest guest) {
        this.guest = guest;
    }

    /**
     * Measures.
     *
     * @param arguments the file to write, and the built gateway's directory
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: PollingBench OUTPUT.json FIRN_HOME");
            System.exit(64);
        }
        Distribution distribution = new Distribution(Path.of(arguments[1]));
        BenchResult figures = new BenchResult();
        try (KernelGuest guest = KernelGuest.boot()) {
            new PollingBench(guest).measure(distribution, figures);
        }
        figures.write(Path.of(arguments[0]));
        System.exit(0);
    }

    private void measure(Distribution distribution, BenchResult figures) {
        BUSES.forEach(this::plugIn);
        try (GuestBroker broker = GuestBroker.start(guest)) {
            GuestSubscriber subscriber = broker.subscribe();
            String launcher = distribution.home().toAbsolutePath().normalize() + "/bin/firn";
            Path config = guest.write("gateway.yaml", configuration(broker.port()));
            GuestProcess gateway =
                    guest.start("firn", List.of(launcher, "run", "--config", config.toString()), Map.of());
            subscriber.await(
                    "summaries of all sensors",
                    ledger -> ledger.summaries().stream()
                                    .filter(summary -> summary.good() == summary.count())
                                    .map(summary -> summary.series()
                                            .substring(0, summary.series().indexOf('/')))
                                    .distinct()
                                    .count()
                            == (long) BUSES.size() * PARTS.size() * 2,
                    BOUND);
            BUSES.forEach(bus -> guest.devices().i2c(bus).clearLog());
            double cpuBefore = cpuSeconds(gateway);
            guest.execute("sleep " + MEASURED_SECONDS, BOUND);
            double cpu = cpuSeconds(gateway) - cpuBefore;
            put(figures, cpu, BUSES.stream().flatMap(this::intervals).sorted().toList());
        }
    }

    private static void put(BenchResult figures, double cpu, List<Double> errors) {
        figures.put("sensors", BUSES.size() * PARTS.size() * 2);
        figures.put("buses", BUSES.size());
        figures.put("interval-s", INTERVAL_S);
        figures.put("intervals", errors.size());
        figures.put("interval-error-median", rounded(errors.get(errors.size() / 2)));
        figures.put("interval-error-p99", rounded(errors.get(errors.size() * 99 / 100)));
        figures.put("interval-error-greatest", rounded(errors.getLast()));
        figures.put("cpu-s-a-minute", rounded(cpu * 60 / MEASURED_SECONDS));
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }

    private void plugIn(int number) {
        I2cBus bus = guest.devices().i2c(number);
        for (int address : PARTS.getOrDefault("bme280", List.of())) {
            bus.add(address, SlaveModel.BYTES)
                    .set(0xD0, "60")
                    .writable(0xD0, "00")
                    .set(0x88, "706b 4367 18fc 7d8e 43d6 d00b 270b 8c00 f9ff 8c3c f8c6 7017 004b")
                    .set(0xE1, "7701 00 12 20 03 1e")
                    .set(0xF7, "655ac0 7eed00 5eb4");
        }
        for (int address : PARTS.getOrDefault("bh1750", List.of())) {
            bus.add(address, SlaveModel.COMMANDS).reply("20", "04b0");
        }
        for (int address : PARTS.getOrDefault("sht31", List.of())) {
            bus.add(address, SlaveModel.COMMANDS).reply("2400", "6666938000a2").reply("3780", "dead98beef92");
        }
        for (int address : PARTS.getOrDefault("adxl345", List.of())) {
            bus.add(address, SlaveModel.BYTES)
                    .set(0x00, "e5")
                    .writable(0x00, "00")
                    .set(0x32, "0000 0000 0001");
        }
    }

    private static String configuration(int port) {
        StringBuilder text = new StringBuilder("sensors:\n");
        for (int bus : BUSES) {
            PARTS.forEach((part, addresses) -> addresses.forEach(address ->
                    text.append("  - {id: %1$s-%2$d-%3$x, driver: %1$s, bus: i2c-%2$d, address: 0x%3$x, every: 1s}%n"
                            .formatted(part, bus, address))));
        }
        return text + """
                node: {site: bench, id: bench}
                pipeline: {window: 10s}
                clock: {wait: 0s}
                outbox: {directory: /var/tmp/firn-outbox}
                uplink: {mqtt: {url: "tcp://127.0.0.1:%d"}}
                """.formatted(port);
    }

    /** Of each interval between two measurements of one part on a bus, how far it is off, as a share of it. */
    private Stream<Double> intervals(int bus) {
        Map<String, Double> lastMessage = new LinkedHashMap<>();
        Map<String, Double> lastStart = new LinkedHashMap<>();
        List<Double> errors = new ArrayList<>();
        for (String line : guest.devices().i2c(bus).log().lines().toList()) {
            String[] words = line.strip().split("\\s+", 3);
            double time = Double.parseDouble(words[0]);
            Double before = lastMessage.put(words[1], time);
            // The messages of one measurement follow each other within a fifth of a second.
            if (before == null || time - before > INTERVAL_S / 2) {
                Double start = lastStart.put(words[1], time);
                if (start != null) {
                    errors.add(Math.abs(time - start - INTERVAL_S) / INTERVAL_S);
                }
            }
        }
        return errors.stream();
    }

    private double cpuSeconds(GuestProcess gateway) {
        String stat =
                guest.run("cut -d' ' -f14,15 /proc/" + gateway.pid() + "/stat").strip();
        String[] ticks = stat.split(" ", 2);
        return (Long.parseLong(ticks[0]) + Long.parseLong(ticks[1])) / TICKS_PER_SECOND;
    }
}
