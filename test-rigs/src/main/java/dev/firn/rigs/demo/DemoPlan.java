package dev.firn.rigs.demo;

import dev.firn.rigs.RigException;
import dev.firn.rigs.demo.recorded.WinterDay;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.PeopleCsv;
import dev.firn.rigs.recompute.Recomputation;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.Smet;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is replayed, how fast, in which windows, and what must come out.
 *
 * @param title what it is
 * @param sensors what is replayed
 * @param speed recorded seconds per second, or {@code max}
 * @param window length of the windows as the gateway is told it
 */
record DemoPlan(String title, List<Replayed> sensors, String speed, String window) {

    /** The first Monday of the counters' file. */
    private static final String GATES_START = "2005-07-25T00:00:00-07:00";

    private static final Duration ABOUT_A_MINUTE = Duration.ofMinutes(1);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)");

    DemoPlan {
        sensors = List.copyOf(sensors);
    }

    /**
     * Makes the plan; the project's own recordings are put into a directory.
     *
     * @throws RigException if the station's file cannot be replayed
     */
    static DemoPlan of(DemoOptions options, Path directory) {
        return options.station()
                .map(station -> wholeStation(station.toAbsolutePath(), options, directory))
                .orElseGet(() -> winterDay(options, directory));
    }

    /** The configuration of a gateway that does it. */
    GatewayConfig configuration(String brokerUrl) {
        GatewayConfig config =
                GatewayConfig.publishingTo(brokerUrl).atSpeed(speed).inWindowsOf(window);
        for (Replayed replayed : sensors) {
            config = config.replaying(replayed.sensor());
        }
        return config;
    }

    /** What must be published if no reading fails. */
    List<ExpectedSummary> expected() {
        Recomputation recomputation = new Recomputation(duration(window));
        return sensors.stream()
                .flatMap(replayed -> recomputation.summaries(replayed.sensor().id(), replayed.recorded()).stream())
                .toList();
    }

    /** Readings in the recordings. */
    long readings() {
        return sum(replayed -> replayed.recorded().readings());
    }

    /** Of these, those without a value. */
    long missing() {
        return sum(replayed -> replayed.recorded().missing());
    }

    /** Bytes of the recordings' rows. */
    long rowBytes() {
        return sum(replayed -> replayed.recorded().rowBytes());
    }

    /** Bytes of topics and payloads if each reading were a message of its own. */
    long bytesOneByOne() {
        return sum(Replayed::bytesOneByOne);
    }

    /** First and last time, milliseconds since 1970-01-01T00:00Z. */
    LongSummaryStatistics times() {
        LongSummaryStatistics times = new LongSummaryStatistics();
        sensors.forEach(replayed -> times.combine(replayed.recorded().times()));
        return times;
    }

    /** How long it takes if it is paced; none at {@code max}. */
    Duration pacedLength() {
        return speed.equals("max") ? Duration.ZERO : span(times()).dividedBy(Long.parseLong(speed));
    }

    /** Reads a duration as configuration files have it. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new RigException("window \"" + text + "\": want a number and s, m, h or d, such as 2h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private long sum(ToLongFunction<Replayed> figure) {
        return sensors.stream().mapToLong(figure).sum();
    }

    private static DemoPlan winterDay(DemoOptions options, Path directory) {
        Path file = Recording.WFJ2.copyTo(directory);
        ReplaySensor station = ReplaySensor.smet("station", file).between(WinterDay.START, WinterDay.END);
        Recorded recorded = Smet.read(file, Slice.between(WinterDay.START, WinterDay.END));
        List<Replayed> sensors = List.of(
                new Replayed(station, recorded),
                gate(
                        "gate-1",
                        Recording.CALIT2_INFLOW,
                        directory,
                        WinterDay.GATES_START,
                        WinterDay.GATES_END,
                        WinterDay.START),
                gate(
                        "gate-2",
                        Recording.CALIT2_OUTFLOW,
                        directory,
                        WinterDay.GATES_START,
                        WinterDay.GATES_END,
                        WinterDay.START));
        return new DemoPlan(
                "Weissfluhjoch, 2014-12-26",
                sensors,
                options.speed().orElse("1440"),
                options.window().orElse("3h"));
    }

    private static DemoPlan wholeStation(Path file, DemoOptions options, Path directory) {
        if (!Files.isRegularFile(file)) {
            throw new RigException("station file " + file + " does not exist; name a SMET file, such as"
                    + " test-rigs/src/main/data/WFJ2.smet");
        }
        Recorded recorded = Smet.read(file, Slice.ALL);
        if (recorded.readings() == 0) {
            throw new RigException("station file " + file + " has no rows that can be read");
        }
        Duration span = span(recorded.times());
        String start = utc(recorded.times().getMin());
        String gatesEnd =
                OffsetDateTime.parse(GATES_START).plus(span).plusMinutes(1).toString();
        List<Replayed> sensors = List.of(
                new Replayed(ReplaySensor.smet("station", file), recorded),
                gate("gate-1", Recording.CALIT2_INFLOW, directory, GATES_START, gatesEnd, start),
                gate("gate-2", Recording.CALIT2_OUTFLOW, directory, GATES_START, gatesEnd, start));
        return new DemoPlan(
                String.valueOf(file.getFileName()),
                sensors,
                options.speed().orElseGet(() -> speedFor(span)),
                options.window().orElseGet(() -> windowFor(span)));
    }

    private static Replayed gate(
            String id, Recording recording, Path directory, String from, String to, String startAt) {
        Path file = recording.copyTo(directory);
        ReplaySensor sensor = ReplaySensor.peopleCounter(id, file, WinterDay.GATES_ZONE)
                .between(from, to)
                .startingAt(startAt);
        Slice slice = Slice.between(from, to).startingAt(startAt);
        return new Replayed(sensor, PeopleCsv.read(file, ZoneId.of(WinterDay.GATES_ZONE), slice));
    }

    private static Duration span(LongSummaryStatistics times) {
        return Duration.ofMillis(times.getMax() - times.getMin());
    }

    private static String speedFor(Duration span) {
        return Long.toString(Math.max(1, span.dividedBy(ABOUT_A_MINUTE)));
    }

    private static String windowFor(Duration span) {
        return span.toDays() < 4 ? "2h" : span.toDays() < 40 ? "6h" : "1d";
    }

    private static String utc(long timeMillis) {
        return Instant.ofEpochMilli(timeMillis).toString();
    }
}
