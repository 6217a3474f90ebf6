package dev.firn.rigs.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.recompute.Kind;
import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.Smet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondBySecondTest {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @TempDir
    private Path another;

    private Account account = new Account();

    @BeforeEach
    void write() {
        account = SecondBySecond.write(directory, TWO_MINUTES);
    }

    @Test
    void sixteenSensorsSaySomethingEverySecond() {
        assertThat(account.sensors()).hasSize(16).extracting(ReplaySensor::id).doesNotHaveDuplicates();
        assertThat(account.readings()).isEqualTo(16 * 120);
        assertThat(account.windows())
                .hasSize(16 * 2)
                .allSatisfy((window, sum) -> assertThat(sum.count()).isEqualTo(60));
    }

    @Test
    void filesHoldWhatIsInTheAccount() {
        for (Probe probe : Probes.STATIONS) {
            Series series = Smet.read(directory.resolve(probe.id() + ".smet"), Slice.ALL)
                    .series()
                    .getFirst();
            assertThat(series.quantity()).isEqualTo(probe.quantity());
            Account.Window window = new Account.Window(
                    probe.id() + "/" + probe.quantity(),
                    series.samples().getFirst().timeMillis());
            double mean = series.samples().stream()
                    .limit(60)
                    .map(Sample::value)
                    .mapToDouble(value -> value.map(BigDecimal::doubleValue).orElseThrow())
                    .average()
                    .orElseThrow();
            assertThat(account.windows())
                    .hasEntrySatisfying(window, sum -> assertThat(sum.mean()).isCloseTo(mean, within(1e-9)));
        }
    }

    @Test
    void bytesAreThoseOfEachReadingInTheFiles() {
        long gates = account.windows().keySet().stream()
                        .filter(window -> window.series().startsWith("gate-"))
                        .count()
                * 60;
        long ofGates = gates * new SingleMessages("gate-1", "people-count").bytes(1_419_548_400_000L, one());
        long ofStations = Probes.STATIONS.stream().mapToLong(this::bytes).sum();
        assertThat(account.bytesOneByOne()).isEqualTo(ofGates + ofStations);
    }

    @Test
    void everyRunWritesTheSame() throws IOException {
        SecondBySecond.write(another, TWO_MINUTES);
        for (ReplaySensor sensor : account.sensors()) {
            String name = sensor.id() + (sensor.id().startsWith("gate") ? ".csv" : ".smet");
            assertThat(directory.resolve(name)).hasSameBinaryContentAs(another.resolve(name));
            assertThat(Files.size(directory.resolve(name))).isPositive();
        }
    }

    @Test
    void directionsAreNotTakenForLevels() {
        Map<Account.Window, Account.Sum> windows = account.windows();
        assertThat(windows).anySatisfy((window, sum) -> {
            assertThat(window.series()).isEqualTo("vane/wind-direction");
            assertThat(sum.kind()).isEqualTo(Kind.DIRECTION);
        });
    }

    private long bytes(Probe probe) {
        SingleMessages messages = new SingleMessages(probe.id(), probe.quantity());
        return Smet.read(directory.resolve(probe.id() + ".smet"), Slice.ALL).series().getFirst().samples().stream()
                .mapToLong(sample -> messages.bytes(sample.timeMillis(), sample.value()))
                .sum();
    }

    private static Optional<BigDecimal> one() {
        return Optional.of(BigDecimal.ONE);
    }
}
