package dev.firn.rigs.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.recordings.Recording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleCsvTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Test
    void countsTheWholeFile(@TempDir Path directory) {
        Recorded recorded = PeopleCsv.read(Recording.CALIT2_INFLOW.copyTo(directory), LOS_ANGELES, Slice.ALL);
        assertThat(recorded.damaged()).containsExactly(3994, 4745);
        assertThat(recorded.readings()).isEqualTo(5039);
        BigDecimal people = recorded.series().getFirst().samples().stream()
                .flatMap(sample -> sample.value().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(people).isEqualTo(new BigDecimal(19625));
    }

    @Test
    void localTimesAreOfTheZone(@TempDir Path directory) {
        Slice day = Slice.between("2005-10-05T00:00:00-07:00", "2005-10-06T00:00:00-07:00");
        Recorded recorded = PeopleCsv.read(
                Recording.CALIT2_OUTFLOW.copyTo(directory), LOS_ANGELES, day.startingAt("2014-12-26T00:00:00+01:00"));
        assertThat(recorded.readings()).isEqualTo(48);
        assertThat(Instant.ofEpochMilli(recorded.times().getMin())).isEqualTo(Instant.parse("2014-12-25T23:00:00Z"));
    }
}
