package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.telemetry.Quantity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySourceTest {

    private static final Optional<Instant> NOON = Optional.of(Instant.parse("2024-01-01T12:00:00Z"));

    @TempDir
    Path dir;

    @Test
    void nameOfTheFileTellsTheFormat() {
        assertThat(ReplaySource.of("s", Path.of("WFJ2.smet")).format()).isEqualTo(ReplaySource.Format.SMET);
        assertThat(ReplaySource.of("s", Path.of("a/GATE.CSV")).format()).isEqualTo(ReplaySource.Format.CSV);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplaySource.of("s", Path.of("WFJ2.txt")))
                .withMessage("file \"WFJ2.txt\" ends neither with .smet nor with .csv; tell its format");
    }

    @Test
    void csvCountsPeopleUnlessToldOtherwise() {
        Path file = RecordedFiles.write(dir.resolve("f.csv"), "2024-01-01T12:00,1");
        assertThat(seriesOf(csv(file, Optional.empty()))).isEqualTo("s/people-count");
        assertThat(seriesOf(csv(file, Optional.of(Quantity.SNOW_HEIGHT)))).isEqualTo("s/snow-height");
    }

    @Test
    void opensWhateverTheFileIsCalledByItsToldFormat() {
        Path file = RecordedFiles.smet(dir.resolve("f.txt"), "timestamp HS", "2024-01-01T12:00 1");
        ReplaySource source = new ReplaySource(
                "s",
                file,
                ReplaySource.Format.SMET,
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(seriesOf(source)).isEqualTo("s/snow-height");
    }

    @Test
    void refusesAnEmptySpan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("s", ReplaySource.Format.CSV, Optional.empty(), NOON, NOON))
                .withMessage("from 2024-01-01T12:00:00Z is not before to 2024-01-01T12:00:00Z");
    }

    @Test
    void refusesQuantityForSmet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(
                        "s",
                        ReplaySource.Format.SMET,
                        Optional.of(Quantity.PEOPLE_COUNT),
                        Optional.empty(),
                        Optional.empty()))
                .withMessageContaining("people-count");
    }

    @Test
    void refusesIdThatIsNoTopicLevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        source("a/b", ReplaySource.Format.CSV, Optional.empty(), Optional.empty(), Optional.empty()))
                .withMessageContaining("\"a/b\"");
    }

    private static String seriesOf(ReplaySource source) {
        try (Recording recording = source.open(_ -> {})) {
            return recording.series().getFirst().toString();
        }
    }

    private static ReplaySource csv(Path file, Optional<Quantity> quantity) {
        return new ReplaySource(
                "s",
                file,
                ReplaySource.Format.CSV,
                quantity,
                ZoneOffset.UTC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ReplaySource source(
            String sensor,
            ReplaySource.Format format,
            Optional<Quantity> quantity,
            Optional<Instant> from,
            Optional<Instant> to) {
        return new ReplaySource(sensor, Path.of("f"), format, quantity, ZoneOffset.UTC, from, to, Optional.empty());
    }
}
