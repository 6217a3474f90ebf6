package dev.firn.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BuildDateTest {

    @Test
    void isThatOfTheBuildOrTheYearOfTheFirstRelease() {
        assertThat(BuildDate.parse("2026-11-24T00:00:00Z\n")).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(BuildDate.parse("${project.build.outputTimestamp}\n"))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(BuildDate.millis())
                .isGreaterThanOrEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    }
}
