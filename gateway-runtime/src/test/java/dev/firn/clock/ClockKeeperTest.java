package dev.firn.clock;

import static dev.firn.clock.Board.BUILT;
import static dev.firn.clock.Board.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.clock.ClockChange.Corrected;
import dev.firn.clock.ClockChange.Decided;
import dev.firn.clock.ClockChange.Refused;
import dev.firn.clock.ClockChange.Unsynced;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockKeeperTest {

    private static final Duration YEARS_10 = Duration.ofDays(3652);

    private static final long BUILT_LONG_AGO = 1_700_000_000_000L;

    /** Two minutes after the boot at most, of which ten seconds are over. */
    private static final int WAIT_SECONDS = 111;

    @Test
    void aClockThatIsSyncedIsRightAtOnce() {
        Board board = Board.started(NOW).synced(20).pass(1);
        assertThat(board.changes()).containsExactly(new Decided(true, true));
        assertThat(board.stamp()).isEqualTo(new ClockStamp(board.system(), true, 20));
    }

    @Test
    void waitsForASourceAndTakesIt() {
        Board board = Board.started(300_000).pass(30);
        assertThat(board.standing()).isEqualTo(Standing.WAITING);
        assertThat(board.changes()).isEmpty();
        assertThat(board.ours()).as("a guess").isEqualTo(BUILT + 30_000);
        board.set(NOW).synced(5).pass(1);
        assertThat(board.changes())
                .containsExactly(
                        new Decided(true, true),
                        new Corrected(BUILT + 31_000, NOW + 1000, TimeSource.KERNEL, false, false));
        assertThat(board.stamp()).isEqualTo(new ClockStamp(NOW + 1000, true, 5));
        assertThat(board.keeper().present().mending())
                .hasValueSatisfying(mending -> assertThat(mending.right()).isTrue());
    }

    @Test
    void goesOnWithAGuessWhenTheWaitIsOver() {
        Board board = Board.started(NOW).pass(WAIT_SECONDS);
        assertThat(board.changes()).containsExactly(new Decided(false, true), new Unsynced());
        assertThat(board.stamp()).isEqualTo(new ClockStamp(board.system(), false, -1));
        board.pass(1000);
        assertThat(board.changes()).isEmpty();
    }

    @Test
    void doesNotWaitOnABoardThatHasBeenUpForLonger() {
        Board board = new Board(Board.BOOT, Duration.ofHours(1), NOW, Optional.empty());
        board.look();
        assertThat(board.changes()).containsExactly(new Decided(false, true), new Unsynced());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 300_000, BUILT_LONG_AGO})
    void neverShowsATimeBeforeItWasBuilt(long system) {
        Board board = Board.started(system).synced(1).markedByTimesyncd().pass(WAIT_SECONDS);
        assertThat(board.standing()).isEqualTo(Standing.PROVISIONAL);
        assertThat(board.ours()).isGreaterThanOrEqualTo(BUILT);
        board.pass(1000);
        assertThat(board.standing()).isEqualTo(Standing.PROVISIONAL);
    }

    @Test
    void goesOnFromTheLastGoodTimeWhereTheSystemIsBehindIt() {
        Board board = Board.right().pass(3600);
        long good = board.ours();
        Board next = board.rebooted(NOW - 86_400_000).pass(WAIT_SECONDS);
        assertThat(next.changes()).containsExactly(new Decided(false, true), new Unsynced());
        assertThat(next.ours()).isEqualTo(good + WAIT_SECONDS * 1000);

        // What has passed since is known too, although the time is not.
        Board third = next.pass(1000).rebooted(0).pass(WAIT_SECONDS);
        assertThat(third.ours()).isEqualTo(good + (WAIT_SECONDS + 1000 + WAIT_SECONDS) * 1000L);
        assertThat(third.changes()).startsWith(new Decided(false, false));
    }

    @Test
    void windowsGoOnFromOneRightTimeToAnother() {
        Board next = Board.right().rebooted(NOW).synced(3).pass(1);
        assertThat(next.changes()).containsExactly(new Decided(true, true));
        Board guessed =
                Board.started(NOW).pass(WAIT_SECONDS).rebooted(NOW).synced(3).pass(1);
        assertThat(guessed.changes()).containsExactly(new Decided(false, false));
    }

    @Test
    void aGuessIsCorrectedHoweverFarOffItWas() {
        Board board = Board.started(NOW + YEARS_10.toMillis()).pass(WAIT_SECONDS);
        board.changes();
        long before = board.ours();
        board.set(NOW).synced(5).pass(1);
        assertThat(board.changes())
                .containsExactly(new Corrected(before + 1000, NOW + 1000, TimeSource.KERNEL, false, true));
        assertThat(board.standing()).isEqualTo(Standing.RIGHT);
    }

    @Test
    void aGuessThatWasRightIsNoNews() {
        Board board = Board.started(NOW).pass(WAIT_SECONDS);
        board.changes();
        board.step(Duration.ofMillis(400)).synced(5).pass(1);
        assertThat(board.changes()).isEmpty();
        assertThat(board.stamp().synced()).isTrue();
        assertThat(board.ours()).isEqualTo(board.system());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1000, -300, -3, 3, 300, 1000})
    void smallStepsAreFollowedWithoutAWord(long millis) {
        Board board = Board.right();
        long before = board.ours();
        board.step(Duration.ofMillis(millis)).pass(1);
        assertThat(board.changes()).isEmpty();
        assertThat(board.ours())
                .as("it stands rather than run back")
                .isEqualTo(Math.max(before + 1000, board.system()));
        board.pass(1);
        assertThat(board.ours()).isEqualTo(board.system());
    }

    @ParameterizedTest
    @CsvSource({
        "PT5S, false",
        "PT1H, false",
        "PT1H0.001S, true",
        "P364D, true",
        "-PT1.001S, true",
        "-PT5S, true",
        "-PT23H59M, true"
    })
    void aStepThatCanBeIsTaken(Duration step, boolean parts) {
        Board board = Board.right();
        long before = board.ours();
        board.step(step).pass(1);
        assertThat(board.changes())
                .containsExactly(
                        new Corrected(before + 1000, before + 1000 + step.toMillis(), TimeSource.KERNEL, true, parts));
        assertThat(board.stamp()).isEqualTo(new ClockStamp(board.system(), true, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3652D", "-P3652D", "-PT36H", "P366D", "-P30000D"})
    void aStepThatCannotBeIsRefusedOnce(Duration step) {
        for (boolean synced : new boolean[] {true, false}) {
            Board board = Board.right();
            long before = board.ours();
            board.step(step);
            (synced ? board.markedByTimesyncd() : board.unsynced()).pass(100);
            assertThat(board.changes()).singleElement().isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.saidMillis() - refused.oursMillis()).isEqualTo(step.toMillis());
                assertThat(refused.oursMillis()).isBetween(before, before + 12_000);
            });
            assertThat(board.ours()).isEqualTo(before + 100_000);
            assertThat(board.stamp().synced()).isTrue();
            assertThat(board.keeper().isRefusing()).isTrue();
            board.step(step.negated()).pass(20);
            assertThat(board.changes()).as("back again").isEmpty();
            assertThat(board.keeper().isRefusing()).isFalse();
        }
    }

    @Test
    void oneRefusalAfterAnotherIsTwo() {
        Board board = Board.right().step(YEARS_10).pass(10);
        board.step(YEARS_10.negated()).step(Duration.ofHours(-36)).pass(10);
        assertThat(board.changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change).isInstanceOf(Refused.class));
        assertThat(board.ours()).isEqualTo(NOW + 21_000);
    }

    @Test
    void withoutASourceTheTimeStaysRightAndTheBoundGrows() {
        Board board = Board.right().unsynced().pass(100_000);
        assertThat(board.stamp()).isEqualTo(new ClockStamp(board.system(), true, 20 + 10_000));
        board.synced(7).pass(1);
        assertThat(board.stamp().uncertaintyMillis()).isEqualTo(7);
    }

    @Test
    void whatTimesyncdOnceSetIsNotKnownToTheMillisecond() {
        Board board = Board.started(NOW).markedByTimesyncd().pass(1);
        assertThat(board.stamp()).isEqualTo(new ClockStamp(board.system(), true, -1));
        Board known = Board.right().unsynced().markedByTimesyncd().pass(100);
        assertThat(known.stamp().uncertaintyMillis()).isEqualTo(30);
    }

    @Test
    void aClockThatSomebodySetsIsTakenWhenItHasStood() {
        Board board = Board.started(0).pass(20).set(NOW).pass(5);
        assertThat(board.changes()).isEmpty();
        board.pass(6);
        assertThat(board.changes())
                .containsExactly(
                        new Decided(false, true),
                        new Corrected(BUILT + 31_000, NOW + 11_000, TimeSource.SET_BY_HAND, false, false));
        assertThat(board.stamp()).isEqualTo(new ClockStamp(board.system(), false, -1));
        board.set(NOW + YEARS_10.toMillis()).pass(11);
        assertThat(board.changes()).as("it was never right").hasSize(1);
        assertThat(board.ours()).isEqualTo(board.system());
    }

    @Test
    void aSourceThatExplainsAStepIsItsSource() {
        Board board = Board.started(0).pass(WAIT_SECONDS);
        board.changes();
        board.set(NOW).pass(3).markedByTimesyncd().pass(1);
        assertThat(board.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Corrected.class,
                        corrected -> assertThat(corrected.source()).isEqualTo(TimeSource.TIMESYNCD));
    }

    @Test
    void aStepThatIsTakenBackIsNone() {
        Board board = Board.started(NOW).pass(WAIT_SECONDS);
        board.changes();
        board.step(YEARS_10).pass(5).step(YEARS_10.negated()).pass(20);
        assertThat(board.changes()).isEmpty();
        assertThat(board.ours()).isEqualTo(board.system());
    }

    @Test
    void aClockThatWasRightAndIsSetByHandIsAGuess() {
        Board board = Board.right().unsynced().step(Duration.ofHours(2)).pass(12);
        assertThat(board.changes()).singleElement().isInstanceOfSatisfying(Corrected.class, corrected -> {
            assertThat(corrected.source()).isEqualTo(TimeSource.SET_BY_HAND);
            assertThat(corrected.wasRight()).isTrue();
        });
        assertThat(board.stamp().synced()).isFalse();
    }

    @Test
    void aReceiverTellsTheTimeWhereNobodyElseDoes() {
        Board board = Board.started(0).hears(NOW, 505).pass(1);
        assertThat(board.standing()).isEqualTo(Standing.RIGHT);
        assertThat(board.stamp()).isEqualTo(new ClockStamp(NOW + 1000, true, 505));
        assertThat(board.changes())
                .anySatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                Corrected.class,
                                corrected -> assertThat(corrected.source()).isEqualTo(TimeSource.GPS)));
        board.hears(NOW + 1400, 505).pass(1);
        assertThat(board.ours()).as("within what it allows for").isEqualTo(NOW + 2000);
        board.hears(NOW + 2700, 505).pass(1);
        assertThat(board.ours()).isEqualTo(NOW + 3700);
        board.pass(100);
        assertThat(board.ours()).as("the system's clock is at 1970 still").isEqualTo(NOW + 103_700);
        assertThat(board.stamp().uncertaintyMillis()).isEqualTo(505 + 10);
        assertThat(board.changes()).isEmpty();
    }

    @Test
    void theKernelsWordIsWorthMoreThanAReceivers() {
        Board board = Board.right().hears(NOW + 900_000, 500).pass(5);
        assertThat(board.ours()).isEqualTo(board.system());
        assertThat(board.changes()).isEmpty();
    }

    @Test
    void aReceiverThatIsDecadesOffIsRefused() {
        Board board = Board.started(0).hears(NOW, 500).pass(1);
        board.changes();
        long rollover = Duration.ofDays(1024 * 7).toMillis();
        board.hears(NOW - rollover, 500).pass(5);
        assertThat(board.changes()).as("nobody lives then").isEmpty();
        board.hears(NOW + rollover, 500).pass(5);
        assertThat(board.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.byReceiver()).isTrue());
        assertThat(board.ours()).isEqualTo(NOW + 11_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"PROVISIONAL", "RIGHT"})
    void aRestartWithinABootGoesOnAtOnce(Standing standing) {
        Board first = standing == Standing.RIGHT
                ? Board.right().unsynced()
                : Board.started(0).pass(WAIT_SECONDS);
        long ours = first.ours();
        Board second = first.restarted(Duration.ofSeconds(50));
        assertThat(second.standing()).isEqualTo(standing);
        assertThat(second.ours()).isEqualTo(ours + 50_000);
        second.pass(1);
        assertThat(second.changes()).containsExactly(new Decided(true, standing == Standing.RIGHT));
        assertThat(second.stamp().uncertaintyMillis()).isEqualTo(standing == Standing.RIGHT ? 26 : -1);
    }

    @Test
    void whatTheSystemDidBetweenTwoRunsIsAStepTo() {
        Board second =
                Board.right().restarted(Duration.ofSeconds(5)).step(YEARS_10).pass(1);
        assertThat(second.changes()).hasSize(2).last().isInstanceOf(Refused.class);
        Board guessed = Board.started(0).pass(WAIT_SECONDS).restarted(Duration.ofSeconds(5));
        long before = guessed.ours();
        guessed.set(NOW).synced(4).pass(1);
        assertThat(guessed.changes())
                .containsExactly(
                        new Decided(true, false),
                        new Corrected(before + 1000, NOW + 1000, TimeSource.KERNEL, false, true));
    }

    @Test
    void aStopEndsTheWaiting() {
        Board board = Board.started(NOW).pass(3);
        assertThat(board.keeper().endWaiting()).isEqualTo(List.of(new Decided(false, true), new Unsynced()));
        assertThat(board.keeper().endWaiting()).isEmpty();
        assertThat(board.standing()).isEqualTo(Standing.PROVISIONAL);
        Board resumed = Board.right().restarted(Duration.ofSeconds(1));
        assertThat(resumed.keeper().endWaiting()).isEqualTo(List.of(new Decided(true, true)));
    }

    @Test
    void nothingIsLeftBeforeAnythingIsDecided() {
        assertThat(Board.started(NOW).keeper().memory(0)).isEmpty();
        UUID boot = Board.right().keeper().memory(0).orElseThrow().boot();
        assertThat(boot).isEqualTo(Board.BOOT);
    }
}
