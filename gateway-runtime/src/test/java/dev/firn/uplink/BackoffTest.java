package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(2);

    private final Backoff backoff = new Backoff(LEAST, MOST, new Random(7));

    @Test
    void doublesItsCeilingWithJitterOverTheUpperHalf() {
        assertThat(backoff.afterFailure()).isEqualTo(LEAST);
        for (long ceiling = 2; ceiling <= 64; ceiling *= 2) {
            assertThat(backoff.afterFailure()).isBetween(Duration.ofSeconds(ceiling / 2), Duration.ofSeconds(ceiling));
        }
    }

    @Test
    void staysBetweenLeastAndMostForever() {
        List<Duration> waits =
                Stream.generate(backoff::afterFailure).limit(1000).toList();
        assertThat(waits).allMatch(wait -> wait.compareTo(LEAST) >= 0 && wait.compareTo(MOST) <= 0);
        assertThat(waits.subList(10, 1000)).allMatch(wait -> wait.compareTo(MOST.dividedBy(2)) >= 0);
        assertThat(waits.stream().distinct().count()).isGreaterThan(900);
    }

    @Test
    void beginsAnewAfterSuccess() {
        Stream.generate(backoff::afterFailure)
                .limit(10)
                .forEach(wait -> assertThat(wait).isPositive());
        backoff.succeeded();
        assertThat(backoff.afterFailure()).isEqualTo(LEAST);
    }
}
