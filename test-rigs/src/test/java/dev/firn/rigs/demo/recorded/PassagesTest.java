package dev.firn.rigs.demo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.recompute.Kind;
import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import dev.firn.rigs.recordings.Recording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassagesTest {

    private static final long HALF_HOUR = 1_800_000;
    private static final long MINUTE = 60_000;

    @TempDir
    private Path directory;

    private final Passages passages = new Passages(new Series(
            "people-count",
            "count",
            Kind.AMOUNT,
            List.of(
                    new Sample(0, people(3)),
                    new Sample(HALF_HOUR, people(0)),
                    new Sample(2 * HALF_HOUR, people(60)))));

    @Test
    void peopleComeEvenlyOverTheirHalfHour() {
        assertThat(LongStream.range(0, 30).mapToObj(minute -> passages.between(minute * MINUTE, (minute + 1) * MINUTE)))
                .containsExactlyElementsOf(LongStream.range(0, 30)
                        .mapToObj(minute -> minute % 10 == 9 ? 1L : 0L)
                        .toList());
        assertThat(passages.between(2 * HALF_HOUR + 5 * MINUTE, 2 * HALF_HOUR + 6 * MINUTE))
                .isEqualTo(2);
    }

    @Test
    void nobodyIsLostBetweenSeconds() {
        long people = LongStream.range(0, 3 * 1800)
                .map(second -> passages.between(second * 1000, (second + 1) * 1000))
                .sum();
        assertThat(people).isEqualTo(63);
        assertThat(passages.between(0, 5 * HALF_HOUR)).isEqualTo(63);
    }

    @Test
    void gatesDayHasThePeopleOfAWednesday() {
        Passages day = new Passages(WinterDay.people(Recording.CALIT2_OUTFLOW, directory));
        // awk -F, '/^"10\/05\/05/{n+=$2} END{print n}' calit2-outflow.csv
        assertThat(day.between(WinterDay.startMillis(), WinterDay.millis(WinterDay.END)))
                .isEqualTo(245);
    }

    private static Optional<BigDecimal> people(long count) {
        return Optional.of(BigDecimal.valueOf(count));
    }
}
