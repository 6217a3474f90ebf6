package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlightTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Flight flight = new Flight(2, Duration.ofSeconds(30));

    @Test
    void letsNoMoreGoThanItsWindow() throws InterruptedException {
        flight.departed(1, 0);
        assertThat(flight.awaitRoom(Duration.ZERO)).isTrue();
        flight.departed(2, 0);
        assertThat(flight.awaitRoom(Duration.ZERO)).isFalse();
        flight.landed(1, 0);
        assertThat(flight.awaitRoom(Duration.ZERO)).isTrue();
    }

    @Test
    void isOverdueOnlyWhileSomethingIsOutAndNothingLands() {
        assertThat(flight.isOverdue(100 * SECOND)).isFalse();
        flight.departed(1, 100 * SECOND);
        flight.departed(2, 120 * SECOND);
        assertThat(flight.isOverdue(130 * SECOND)).isFalse();
        assertThat(flight.isOverdue(131 * SECOND)).isTrue();
        flight.landed(1, 131 * SECOND);
        assertThat(flight.isOverdue(160 * SECOND)).isFalse();
        assertThat(flight.isOverdue(162 * SECOND)).isTrue();
        flight.landed(2, 162 * SECOND);
        assertThat(flight.isOverdue(1000 * SECOND)).isFalse();
    }

    @Test
    void remembersThatTheBrokerAnswered() {
        flight.departed(1, 0);
        assertThat(flight.hasLanded()).isFalse();
        flight.landed(1, 0);
        assertThat(flight.hasLanded()).isTrue();
    }

    @Test
    void knowsTheOldestThatIsOnItsWayAndWhatHasLanded() {
        assertThat(flight.oldest()).isEmpty();
        flight.departed(9, 0);
        flight.departed(7, 0);
        assertThat(flight.oldest()).hasValue(7);
        flight.landed(7, 0);
        assertThat(flight.oldest()).hasValue(9);
        assertThat(flight.nextArrival()).hasValue(7);
        assertThat(flight.nextArrival()).isEmpty();
        assertThat(flight.isEmpty()).isFalse();
    }

    @Test
    void isEmptyWhenAllHaveLanded() throws InterruptedException {
        assertThat(flight.awaitEmpty(Duration.ZERO)).isTrue();
        flight.departed(1, 0);
        assertThat(flight.awaitEmpty(Duration.ZERO)).isFalse();
        assertThat(flight.awaitRoom(Duration.ZERO)).isTrue();
        flight.landed(1, 0);
        assertThat(flight.awaitEmpty(Duration.ZERO)).isTrue();
    }
}
