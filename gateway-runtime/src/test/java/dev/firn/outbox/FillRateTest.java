package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FillRateTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    @Test
    void isUnknownForTheFirstMinute() {
        FillRate rate = new FillRate(7);
        rate.came(1000, 8);
        assertThat(rate.bytesAnHour(7 + MINUTE / 2)).isEmpty();
        assertThat(rate.bytesAnHour(7 + MINUTE)).isPresent();
    }

    @Test
    void isTheSteadyPaceFromTheBeginning() {
        FillRate rate = new FillRate(0);
        for (int minute = 1; minute <= 600; minute++) {
            rate.came(50, minute * MINUTE);
            double expected = 3000;
            assertThat(rate.bytesAnHour(minute * MINUTE).orElseThrow()).isCloseTo(expected, within(expected * 0.02));
        }
    }

    @Test
    void followsAChangeWithinHours() {
        FillRate rate = new FillRate(0);
        for (int minute = 1; minute <= 300; minute++) {
            rate.came(minute <= 60 ? 5000 : 50, minute * MINUTE);
        }
        assertThat(rate.bytesAnHour(300 * MINUTE).orElseThrow()).isBetween(3000.0, 9000.0);
    }
}
