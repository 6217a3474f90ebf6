package dev.firn.rigs.demo;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.EmbeddedBroker;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.process.AtExit;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Replays a winter's day of a snow station and two lift gates through the built gateway to a broker of its own, shows
 * what arrives, and checks it: against the numbering, against what the gateway counted, and against summaries computed
 * anew from the recordings. Leaves neither process nor file behind.
 */
public final class Demo {

    private static final int FAILED = 1;
    private static final int USAGE = 64;
    private static final int INTERRUPTED = 130;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ALLOWANCE = Duration.ofMinutes(5);
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(30);

    private final PrintStream out;
    private final DemoOptions options;
    private final Board board = new Board();

    private Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it; see {@code --help}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /**
     * Runs it in this JVM.
     *
     * @return 0 if every check passed, 1 if one failed or it could not be run, 64 for wrong arguments
     */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            return new Demo(DemoOptions.parse(arguments, System.getenv()), out).run();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(DemoOptions.USAGE);
            return USAGE;
        } catch (RigException e) {
            return AtExit.isUnderWay() ? INTERRUPTED : failed(out, e);
        }
    }

    /**
     * The configuration of a gateway that replays the winter's day at the demonstration's speed.
     *
     * @param directory where the recordings are put
     */
    public static GatewayConfig winterDay(String brokerUrl, Path directory) {
        return DemoPlan.of(DemoOptions.parse(List.of(), Map.of()), directory).configuration(brokerUrl);
    }

    private static int failed(PrintStream out, RigException e) {
        out.println("FAILED: " + e.getMessage());
        return FAILED;
    }

    private int run() {
        Distribution distribution = new Distribution(options.firnHome());
        try (ScratchDirectory directory = ScratchDirectory.create("firn-demo")) {
            DemoPlan plan = DemoPlan.of(options, directory.path());
            announce(plan);
            return run(plan, distribution, directory.path());
        }
    }

    private int run(DemoPlan plan, Distribution distribution, Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "firn-demo", board::accept);
                GatewayProcess gateway =
                        distribution.run(plan.configuration(broker.url()).writeTo(directory))) {
            Display display = Display.on(out, options.quiet());
            long startNanos = System.nanoTime();
            int exitCode = watch(gateway, plan, display);
            if (AtExit.isUnderWay()) {
                return INTERRUPTED;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
            subscriber.drain(LAST_MESSAGES);
            display.show(board, Progress.of(plan, took, board.latestMillis()));
            return report(DemoReport.of(plan, subscriber.ledger(), exitCode, took), gateway);
        }
    }

    private void announce(DemoPlan plan) {
        if (!options.quiet()) {
            out.println("%s and two lift gates, %d readings, at speed %s; windows of %s"
                    .formatted(plan.title(), plan.readings(), plan.speed(), plan.window()));
        }
    }

    private int watch(GatewayProcess gateway, DemoPlan plan, Display display) {
        long startNanos = System.nanoTime();
        Duration bound = plan.pacedLength().plus(ALLOWANCE);
        Duration elapsed = Duration.ZERO;
        OptionalInt exitCode = OptionalInt.empty();
        while (exitCode.isEmpty() && elapsed.compareTo(bound) < 0) {
            display.show(board, Progress.of(plan, elapsed, board.latestMillis()));
            exitCode = gateway.poll(BETWEEN_LOOKS);
            elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        }
        return gateway.waitFor(BETWEEN_LOOKS);
    }

    private int report(DemoReport report, GatewayProcess gateway) {
        report.lines().forEach(out::println);
        boolean failed = !report.failures().isEmpty();
        if (failed && report.exitCode() != 0) {
            out.println("The gateway says:");
            List<String> log = gateway.log();
            log.subList(Math.max(0, log.size() - 5), log.size()).forEach(out::println);
        }
        return failed ? FAILED : 0;
    }
}
