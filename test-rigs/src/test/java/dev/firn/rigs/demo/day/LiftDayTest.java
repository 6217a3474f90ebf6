package dev.firn.rigs.demo.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.demo.day.LiftDay.Minute;
import dev.firn.rigs.demo.recorded.Passages;
import dev.firn.rigs.demo.recorded.WinterDay;
import dev.firn.rigs.recompute.Kind;
import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import dev.firn.rigs.recordings.Recording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiftDayTest {

    private static final long HALF_HOUR_MILLIS = 1_800_000;

    @TempDir
    private Path directory;

    private List<Minute> day = List.of();

    @BeforeEach
    void makeTheGatesDay() {
        day = LiftDay.minutes(
                new Passages(WinterDay.people(Recording.CALIT2_INFLOW, directory)),
                new Passages(WinterDay.people(Recording.CALIT2_OUTFLOW, directory)),
                WinterDay.startMillis());
    }

    @Test
    void liftCarriesNobodyWhileItStands() {
        assertThat(day).hasSize(1440).filteredOn(minute -> !minute.running()).allMatch(minute -> minute.carried() == 0);
        assertThat(IntStream.range(0, 1440).filter(LiftDay::isRunning).count()).isEqualTo(755);
        assertThat(IntStream.of(479, 480, 719, 720, 744, 745, 1259, 1260).mapToObj(LiftDay::isRunning))
                .containsExactly(false, true, true, false, false, true, true, false);
    }

    @Test
    void everybodyWhoJoinsTheQueueIsCarriedUpBeforeItCloses() {
        long queue = 0;
        for (Minute minute : day) {
            queue += minute.joining() - minute.carried();
            assertThat(queue).isNotNegative();
        }
        assertThat(queue).isZero();
    }

    @Test
    void liftCarriesNoMoreThanItsSeats() {
        long most = IntStream.range(0, day.size() - 60)
                .mapToLong(from -> day.subList(from, from + 60).stream()
                        .mapToLong(Minute::carried)
                        .sum())
                .max()
                .orElseThrow();
        assertThat(most).isLessThanOrEqualTo(240 * 80 / 100);
    }

    @Test
    void whoeverCameRidesUntilSomebodyLeaves() {
        // One comes at 8:30 to 9:00, at its end, and leaves at the end of 10:00 to 10:30.
        List<Minute> one = LiftDay.minutes(passages(17, 1), passages(20, 1), 0);
        assertThat(IntStream.range(0, 1440).filter(minute -> one.get(minute).carried() > 0))
                .containsExactly(539, 551, 563, 575, 587, 599, 611, 623);
    }

    private static Passages passages(int halfHour, long people) {
        Sample sample = new Sample(halfHour * HALF_HOUR_MILLIS, Optional.of(BigDecimal.valueOf(people)));
        return new Passages(new Series("people-count", "count", Kind.AMOUNT, List.of(sample)));
    }
}
