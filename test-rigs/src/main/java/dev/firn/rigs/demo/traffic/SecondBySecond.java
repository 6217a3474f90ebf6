package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.RigException;
import dev.firn.rigs.demo.recorded.Passages;
import dev.firn.rigs.demo.recorded.WinterDay;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Series;
import dev.firn.rigs.recordings.Recording;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Writes what sixteen sensors would have said in every second of the winter's day, a file for each: on the straight line
 * between the recorded half hours, with noise, in steps of what such sensors resolve; the gates' people spread evenly over
 * their half hour. Every run writes the same.
 */
final class SecondBySecond {

    private static final String UNTIL = "2014-12-27T01:00:00+01:00";
    private static final long START_MILLIS = WinterDay.startMillis();
    private static final long STEP_MILLIS = 1000;

    private final Path directory;
    /** Every second in ISO 8601. */
    private final List<String> times;

    private final Account account = new Account();
    private final Map<Recording, Recorded> stations = new EnumMap<>(Recording.class);

    private SecondBySecond(Path directory, Duration length) {
        this.directory = directory;
        times = LongStream.range(0, length.toSeconds())
                .mapToObj(second -> Instant.ofEpochMilli(millis(second)).toString())
                .toList();
    }

    /**
     * Writes the files.
     *
     * @param length how much of the day, from its first second
     * @throws RigException if they cannot be written
     */
    static Account write(Path directory, Duration length) {
        SecondBySecond day = new SecondBySecond(directory, length);
        Probes.STATIONS.forEach(day::station);
        day.gate("gate-1", Recording.CALIT2_INFLOW);
        day.gate("gate-2", Recording.CALIT2_OUTFLOW);
        return day.account;
    }

    private void station(Probe probe) {
        Series series = series(probe);
        Interpolation interpolation = new Interpolation(series);
        Random noise = new Random(probe.id().hashCode());
        Path file = directory.resolve(probe.id() + ".smet");
        String header =
                """
                SMET 1.1 ASCII
                [HEADER]
                station_id = %s
                latitude = 46.83
                longitude = 9.81
                altitude = 2540
                nodata = -999
                tz = 0
                fields = timestamp %s
                %s[DATA]
                """.formatted(probe.id(), probe.column(), probe.toStandard().lines());
        rows(
                file,
                header,
                " ",
                account.of(probe.id(), series),
                time -> probe.reading(interpolation.at(time), noise.nextGaussian()));
        account.add(ReplaySensor.smet(probe.id(), file));
    }

    private void gate(String id, Recording counter) {
        Series series = WinterDay.people(counter, directory);
        Passages passages = new Passages(series);
        Path file = directory.resolve(id + ".csv");
        rows(
                file,
                "",
                ",",
                account.of(id, series),
                time -> BigDecimal.valueOf(passages.between(time, time + STEP_MILLIS)));
        account.add(ReplaySensor.peopleCounter(id, file, "UTC"));
    }

    private void rows(Path file, String header, String separator, Account.Line line, LongFunction<BigDecimal> reading) {
        try (BufferedWriter rows = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            rows.write(header);
            for (int second = 0; second < times.size(); second++) {
                BigDecimal value = reading.apply(millis(second));
                rows.write(times.get(second) + separator + value.toPlainString() + "\n");
                line.enter(millis(second), value);
            }
        } catch (IOException e) {
            throw new RigException("cannot write " + file + ": " + e, e);
        }
    }

    private static long millis(long second) {
        return START_MILLIS + second * STEP_MILLIS;
    }

    private Series series(Probe probe) {
        Recorded recorded =
                stations.computeIfAbsent(probe.station(), station -> WinterDay.station(station, directory, UNTIL));
        return recorded.series().stream()
                .filter(series -> series.quantity().equals(probe.quantity()))
                .findFirst()
                .orElseThrow(() -> new RigException(probe.station() + " has no " + probe.quantity()));
    }
}
