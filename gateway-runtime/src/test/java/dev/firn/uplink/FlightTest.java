package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlightTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Flight flight = new Flight(2, Duration.ofSeconds(30));

    @Test
    void letsNoMoreGoThanItsWindow() throws InterruptedException {
        flight.departed(0);
        assertThat(flight.awaitRoom(Duration.ZERO)).isTrue();
        flight.departed(0);
        assertThat(flight.awaitRoom(Duration.ZERO)).isFalse();
        flight.landed(0);
        assertThat(flight.awaitRoom(Duration.ZERO)).isTrue();
    }

    @Test
    void isOverdueOnlyWhileSomethingIsOutAndNothingLands() {
        assertThat(flight.isOverdue(100 * SECOND)).isFalse();
        flight.departed(100 * SECOND);
        flight.departed(120 * SECOND);
        assertThat(flight.isOverdue(130 * SECOND)).isFalse();
        assertThat(flight.isOverdue(131 * SECOND)).isTrue();
        flight.landed(131 * SECOND);
        assertThat(flight.isOverdue(160 * SECOND)).isFalse();
        assertThat(flight.isOverdue(162 * SECOND)).isTrue();
        flight.landed(162 * SECOND);
        assertThat(flight.isOverdue(1000 * SECOND)).isFalse();
    }

    @Test
    void remembersThatTheBrokerAnswered() {
        flight.departed(0);
        assertThat(flight.hasLanded()).isFalse();
        flight.landed(0);
        assertThat(flight.hasLanded()).isTrue();
    }
}
