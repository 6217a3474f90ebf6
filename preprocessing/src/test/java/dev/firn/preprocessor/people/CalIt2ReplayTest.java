package dev.firn.preprocessor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.preprocessor.Advice;
import dev.firn.preprocessor.link.ProgramRun;
import dev.firn.preprocessor.link.Surroundings;
import dev.firn.senml.SenMlLine;
import dev.firn.senml.SenMlRecord;
import dev.firn.senml.SenMlRecord.Measurement;
import dev.firn.senml.SenMlRecord.Text;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real pair of counters over three months; see the README beside the data. */
class CalIt2ReplayTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yy HH:mm:ss");
    private static final Pattern ROW = Pattern.compile("\"([^\"]+)\",(\\d+)");
    private static final Pattern DRIFT = Pattern.compile("\"drift\":\\{\"in\":(\\d+),\"out\":(\\d+),");
    private static final SeriesId IN = new SeriesId("door", Quantity.PEOPLE_IN);
    private static final SeriesId OUT = new SeriesId("door", Quantity.PEOPLE_OUT);
    private static final String SETTINGS = """
            {"every": "30m", "time-zone": "America/Los_Angeles",
             "areas": [{"id": "house", "name": "The house", "in": ["door/people-in"], "out": ["door/people-out"]}]}""";

    @TempDir
    private Path folder;

    @Test
    void everyNightEndsWithNobodyAndItsDrift() throws IOException {
        Collected replayed = replay(SETTINGS);
        List<Reading> people = replayed.all("house/people-in-area");
        assertThat(people).hasSizeGreaterThan(5000).allMatch(reading -> reading.value() >= 0);
        List<Reading> atReset = people.stream()
                .filter(reading -> local(reading).toLocalTime().equals(LocalTime.of(3, 0)))
                .toList();
        assertThat(atReset).hasSize(105).allMatch(reading -> reading.value() == 0);
        List<Advice> drifts = replayed.advice.stream()
                .filter(said -> said.detail().toString().contains("\"drift\""))
                .toList();
        // The first night is not one: at midnight nobody knows who is in the house.
        assertThat(drifts).hasSize(104);
    }

    @Test
    void countersDriftByFourPercentInThreeMonths() throws IOException {
        Collected replayed = replay(SETTINGS);
        long in = 0;
        long out = 0;
        for (Matcher drift : drifts(replayed)) {
            in += Long.parseLong(drift.group(1));
            out += Long.parseLong(drift.group(2));
        }
        assertThat(in).isBetween(19_500L, 19_625L);
        assertThat(100.0 * (in - out) / in).isEqualTo(4.2, within(0.1));
    }

    @Test
    void calibrationLeavesLessAtNight() throws IOException {
        double uncalibrated = meanLeftover(replay(SETTINGS));
        double calibrated = meanLeftover(replay(SETTINGS.replace("\"name\"", "\"calibration\": 1.0435, \"name\"")));
        assertThat(calibrated).isLessThan(uncalibrated);
    }

    @Test
    void uncertaintyCoversTheDriftOfBusyDays() throws IOException {
        Collected replayed = replay(SETTINGS);
        List<Reading> uncertainties = replayed.all("house/people-uncertainty");
        List<Reading> beforeReset = uncertainties.stream()
                .filter(reading -> local(reading).toLocalTime().equals(LocalTime.of(2, 30)))
                .skip(1)
                .toList();
        List<Matcher> drifts = drifts(replayed);
        int busy = 0;
        int covered = 0;
        for (int night = 0; night < drifts.size(); night++) {
            long in = Long.parseLong(drifts.get(night).group(1));
            long out = Long.parseLong(drifts.get(night).group(2));
            boolean isBusy = in + out >= 100;
            busy += isBusy ? 1 : 0;
            covered +=
                    isBusy && Math.abs(in - out) <= 2 * beforeReset.get(night).value() ? 1 : 0;
        }
        // Two standard deviations: 95 % of a normal distribution. On quiet days the other doors of the house decide.
        assertThat(busy).isEqualTo(75);
        assertThat((double) covered / busy).isBetween(0.95, 1.0);
    }

    @Test
    void programSaysTheSameToTheByteWhenItHearsTheSame() throws IOException {
        byte[] input = readings().stream()
                .map(reading -> SenMlLine.encode(Measurement.of(reading)) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        String first = run(input);
        assertThat(run(input)).isEqualTo(first);
        List<SenMlRecord> said =
                first.lines().flatMap(line -> SenMlLine.decode(line).stream()).toList();
        assertThat(said.getFirst()).isEqualTo(new Text("firn/hello", SenMlRecord.NOW, "people-management development"));
        assertThat(said)
                .extracting(SenMlRecord::name)
                .containsOnly(
                        "firn/hello", "house/people-in-area", "house/people-uncertainty", "people-management/advice");
    }

    private String run(byte[] input) throws IOException {
        Path config = folder.resolve("people.json");
        Files.writeString(config, SETTINGS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int exit = ProgramRun.run(
                new PeopleManagement(),
                new Surroundings(
                        new ByteArrayInputStream(input),
                        out,
                        new PrintStream(complaints, true, StandardCharsets.UTF_8),
                        Optional.empty()),
                "--config",
                config.toString());
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Collected replay(String settings) throws IOException {
        Collected collected = new Collected(settings);
        readings().forEach(collected::take);
        return collected.drain();
    }

    private static double meanLeftover(Collected replayed) {
        Pattern leftover = Pattern.compile("\"leftover\":([0-9.]+)");
        return replayed.advice.stream()
                .map(said -> leftover.matcher(said.detail().toString()))
                .filter(Matcher::find)
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .average()
                .orElseThrow();
    }

    private static List<Matcher> drifts(Collected replayed) {
        return replayed.advice.stream()
                .map(said -> DRIFT.matcher(said.detail().toString()))
                .filter(Matcher::find)
                .toList();
    }

    private static LocalDateTime local(Reading reading) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(reading.timeMillis()), ZONE);
    }

    private static List<Reading> readings() throws IOException {
        List<Reading> readings = new ArrayList<>();
        readings.addAll(readings("calit2-inflow.csv", IN));
        readings.addAll(readings("calit2-outflow.csv", OUT));
        readings.sort(Comparator.comparingLong(Reading::timeMillis));
        return readings;
    }

    private static List<Reading> readings(String file, SeriesId series) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CalIt2ReplayTest.class.getResourceAsStream("/people/" + file)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> Reading.of(
                            series,
                            LocalDateTime.parse(row.group(1), TIME)
                                    .atZone(ZONE)
                                    .toInstant()
                                    .toEpochMilli(),
                            Double.parseDouble(row.group(2))))
                    .toList();
        }
    }
}
