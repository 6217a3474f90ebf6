package dev.firn.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the clocks of a board, some things hold. */
class ClockKeeperCasesTest {

    private static final int SECONDS = 400;
    private static final long DAY = Duration.ofDays(1).toMillis();

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void timeNeverRunsBackUnannouncedNorBeyondWhatIsPlausible(long seed) {
        Random random = new Random(seed);
        Board board = Board.started(random.nextBoolean() ? 0 : Board.NOW);
        boolean wasDecided = false;
        long before = board.ours();
        Standing stood = board.standing();
        for (int second = 0; second < SECONDS; second++) {
            disturb(board, random);
            board.pass(1);
            long ours = board.ours();
            boolean isAnnounced = board.changes().stream()
                    .anyMatch(
                            change -> change instanceof ClockChange.Corrected || change instanceof ClockChange.Decided);
            long moved = ours - before;
            assertThat(ours).isGreaterThanOrEqualTo(Board.BUILT);
            if (!isAnnounced) {
                assertThat(moved).isBetween(0L, 2000L);
            }
            if (stood == Standing.RIGHT) {
                assertThat(moved).isBetween(-DAY, 366 * DAY);
            }
            assertThat(wasDecided && board.standing() == Standing.WAITING).isFalse();
            wasDecided = board.standing() != Standing.WAITING;
            before = ours;
            stood = board.standing();
        }
        assertThat(board.standing()).isNotEqualTo(Standing.WAITING);
    }

    private static void disturb(Board board, Random random) {
        switch (random.nextInt(60)) {
            case 0 -> board.step(Duration.ofMillis(random.nextLong(-5000, 5000)));
            case 1 -> board.step(Duration.ofHours(random.nextInt(-40, 40)));
            case 2 -> board.step(Duration.ofDays(random.nextInt(-4000, 4000)));
            case 3 -> board.synced(random.nextInt(500));
            case 4, 5 -> board.unsynced();
            case 6 -> board.set(Board.NOW + random.nextLong(DAY));
            case 7, 8 -> board.hears(Board.NOW + random.nextLong(2 * DAY), random.nextInt(600));
            case 9 -> board.set(random.nextLong(DAY));
            default -> {
                // a quiet second
            }
        }
    }
}
