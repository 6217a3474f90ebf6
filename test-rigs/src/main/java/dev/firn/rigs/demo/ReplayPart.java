package dev.firn.rigs.demo;

import dev.firn.rigs.broker.EmbeddedBroker;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.process.AtExit;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Replays the recordings through the gateway to a broker of its own, shows what arrives, and checks it: against the
 * numbering, against what the gateway counted, and against summaries computed anew from the recordings. One thread.
 */
final class ReplayPart {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ALLOWANCE = Duration.ofMinutes(5);
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(30);

    private final PrintStream out;
    private final DemoOptions options;
    private final Board board = new Board();

    ReplayPart(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it and prints its report; whether every check passed. */
    boolean run(Distribution distribution) {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-demo")) {
            DemoPlan plan = DemoPlan.of(options, directory.path());
            announce(plan);
            return run(plan, distribution, directory.path());
        }
    }

    private boolean run(DemoPlan plan, Distribution distribution, Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "firn-demo", board::accept);
                GatewayProcess gateway =
                        distribution.run(plan.configuration(broker.url()).writeTo(directory))) {
            Display display = Display.on(out, options.quiet());
            long startNanos = System.nanoTime();
            int exitCode = watch(gateway, plan, display);
            if (AtExit.isUnderWay()) {
                return false;
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

    private boolean report(DemoReport report, GatewayProcess gateway) {
        report.lines().forEach(out::println);
        boolean failed = !report.failures().isEmpty();
        if (failed && report.exitCode() != 0) {
            out.println("The gateway says:");
            List<String> log = gateway.log();
            log.subList(Math.max(0, log.size() - 5), log.size()).forEach(out::println);
        }
        return !failed;
    }
}
