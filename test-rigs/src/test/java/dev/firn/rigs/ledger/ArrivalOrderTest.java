package dev.firn.rigs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

    private final ArrivalOrder order = new ArrivalOrder();

    @Test
    void eachSeriesHasAnOrderOfItsOwnAndWhatComesAgainSaysNothing() {
        comes(1, "a/x", 10);
        comes(3, "b/x", 10);
        comes(2, "a/x", 20);
        comes(1, "a/x", 10);
        comes(4, "a/x", 30);
        assertThat(order.reversals()).isEmpty();
    }

    @Test
    void earlierWindowOrSmallerNumberAfterALaterOneIsAReversal() {
        comes(5, "a/x", 20);
        comes(6, "a/x", 10);
        comes(4, "a/x", 40);
        assertThat(order.reversals()).containsExactly("a/x: seq 6 after 5", "a/x: seq 4 after 6");
    }

    private void comes(long seq, String series, long fromMillis) {
        order.accept(new PublishedSummary(
                "e", seq, series, fromMillis, fromMillis + 10, "", 1, 1, 0, Map.of(), 1, Map.of()));
    }
}
