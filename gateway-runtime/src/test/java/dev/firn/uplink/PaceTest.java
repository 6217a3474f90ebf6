package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void withoutALimitNothingWaits() {
        Pace pace = new Pace(0, 5);
        pace.went(1_000_000_000, 6);
        assertThat(pace.untilMore(6)).isZero();
    }

    @Test
    void spendsTenSecondsAtOnceAndThenWaits() {
        Pace pace = new Pace(100, 0);
        pace.went(1000, 0);
        assertThat(pace.untilMore(0)).isZero();
        pace.went(50, 0);
        assertThat(pace.untilMore(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.untilMore(SECOND / 4)).isEqualTo(Duration.ofMillis(250));
        assertThat(pace.untilMore(SECOND)).isZero();
    }

    @Test
    void staysBelowTheLimitInTheLongRun() {
        Pace pace = new Pace(1000, 0);
        long bytes = 0;
        long now = 0;
        while (now < 3600 * SECOND) {
            now += pace.untilMore(now).toNanos();
            pace.went(300, now);
            bytes += 300;
            now += 1000;
        }
        assertThat(bytes).isBetween(3_600_000L, 3_600_000L + 10_000 + 600);
    }
}
