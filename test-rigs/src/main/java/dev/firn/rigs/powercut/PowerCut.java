package dev.firn.rigs.powercut;

import dev.firn.rigs.gateway.Distribution;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** {@code make powercut}: power cuts in a guest and kills on this machine, and the table of what came of them. */
public final class PowerCut {

    private static final int EVERY = 20;

    private PowerCut() {}

    /**
     * Cuts, kills, prints.
     *
     * @param arguments the built gateway's directory, how many of each, and the seed of the moments, if it shall not be new
     */
    public static void main(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: PowerCut FIRN_HOME TIMES [SEED]");
            System.exit(64);
        }
        Distribution distribution = new Distribution(Path.of(arguments[0]));
        int times = Integer.parseInt(arguments[1]);
        long seed = arguments.length == 3 ? Long.parseLong(arguments[2]) : System.nanoTime() % 1_000_000;
        System.err.println("seed " + seed);
        List<CutReport> reports = sideBySide(List.of(
                () -> PowerCuts.run(distribution, times - times / 2, seed, PowerCut::tell),
                () -> PowerCuts.run(distribution, times / 2, seed + 1, PowerCut::tell),
                () -> Kills.run(distribution, times, seed, PowerCut::tell)));
        System.out.println(CutReport.head());
        reports.forEach(report -> System.out.println(report.lines()));
        System.exit(reports.stream().allMatch(CutReport::isClean) ? 0 : 1);
    }

    /** Each has a broker and files of its own. */
    private static List<CutReport> sideBySide(List<Supplier<CutReport>> rigs) {
        List<CompletableFuture<CutReport>> all;
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            all = rigs.stream()
                    .map(rig -> CompletableFuture.supplyAsync(rig, threads))
                    .toList();
        }
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static void tell(String progress) {
        String number = progress.replaceAll(".* (\\d+) of .*", "$1");
        if (Integer.parseInt(number) % EVERY == 0) {
            System.err.println(progress);
        }
    }
}
