package dev.firn.rigs.demo;

import dev.firn.rigs.RigException;
import dev.firn.rigs.demo.day.DayPart;
import dev.firn.rigs.demo.night.NightPart;
import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.demo.traffic.TrafficPart;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.process.AtExit;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Shows what Firn does with recorded measurements, and checks it: a winter's day from sensor to broker, the bytes that leave
 * a node, a day of people management and a night of snow management. Leaves neither process nor file behind.
 */
public final class Demo {

    private static final int FAILED = 1;
    private static final int USAGE = 64;
    private static final int INTERRUPTED = 130;

    private final PrintStream out;
    private final DemoOptions options;

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
            out.println("FAILED: " + e.getMessage());
            return FAILED;
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

    private int run() {
        Distribution distribution = new Distribution(options.firnHome());
        // Every part runs, whatever came of those before it.
        List<DemoPart> failed = options.parts().stream()
                .filter(part -> !AtExit.isUnderWay() && !passes(part, distribution))
                .toList();
        return AtExit.isUnderWay() ? INTERRUPTED : verdict(failed);
    }

    private boolean passes(DemoPart part, Distribution distribution) {
        try {
            return run(part, distribution);
        } catch (RigException e) {
            if (!AtExit.isUnderWay()) {
                out.println("FAILED: " + e.getMessage());
            }
            return false;
        }
    }

    private boolean run(DemoPart part, Distribution distribution) {
        return switch (part) {
            case REPLAY -> new ReplayPart(options, out).run(distribution);
            case TRAFFIC -> {
                announce("Bytes that leave the node: this takes half a minute …");
                yield printed(TrafficPart.run(distribution, Duration.ofHours(options.trafficHours())));
            }
            case DAY -> printed(DayPart.run(distribution));
            case NIGHT -> printed(NightPart.run(distribution));
        };
    }

    private void announce(String text) {
        if (!options.quiet()) {
            out.println(text);
        }
    }

    private boolean printed(PartReport report) {
        report.printed().forEach(out::println);
        return report.passed();
    }

    private int verdict(List<DemoPart> failed) {
        if (failed.isEmpty()) {
            out.println("OK: every check passed: " + words(options.parts()));
            return 0;
        }
        out.println("FAILED: " + words(failed));
        return FAILED;
    }

    private static String words(Iterable<DemoPart> parts) {
        StringBuilder words = new StringBuilder();
        parts.forEach(part -> words.append(words.isEmpty() ? "" : ", ").append(part.word()));
        return words.toString();
    }
}
