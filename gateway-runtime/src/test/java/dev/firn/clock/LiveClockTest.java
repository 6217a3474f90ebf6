package dev.firn.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.power.linux.KernelTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveClockTest {

    private static final UUID BOOT = new UUID(5, 5);
    private static final ClockSettings SETTINGS = new ClockSettings(Duration.ofMinutes(2), 0);
    private static final long DAY = Duration.ofDays(1).toMillis();

    @TempDir
    private Path folder;

    @Test
    void nobodyGoesByALookBeforeTheLoopDoes() {
        LiveClock clock = LiveClock.start(BOOT, SETTINGS, file());
        long guess = clock.now().wallMillis();
        assertThat(clock.look(look(System.currentTimeMillis() + 3 * DAY, 7))).hasSize(2);
        assertThat(clock.now().wallMillis()).isCloseTo(guess, within(60_000L));
        assertThat(clock.isDecided()).isFalse();
        clock.follow();
        assertThat(clock.now().wallMillis()).isCloseTo(guess + 3 * DAY, within(60_000L));
        assertThat(clock.now().synced()).isTrue();
        assertThat(clock.now().uncertaintyMillis()).isBetween(7L, 20L);
        assertThat(clock.isDecided()).isTrue();
    }

    @Test
    void mendsTheSameMomentInTheSameWayHoweverOftenItIsAsked() {
        LiveClock clock = LiveClock.start(BOOT, SETTINGS, file());
        Moment guessed = clock.moment();
        assertThat(clock.mend(guessed)).isEmpty();
        long now = System.currentTimeMillis();
        clock.look(look(now + DAY, 7));
        clock.follow();
        Mended mended = clock.mend(guessed).orElseThrow();
        assertThat(mended.byMillis()).isCloseTo(DAY, within(1000L));
        assertThat(mended.stamp().synced()).isTrue();
        clock.look(look(now + DAY + 300, 900));
        clock.follow();
        assertThat(clock.mend(guessed)).hasValue(mended);
        assertThat(clock.mend(clock.moment())).as("made while it was right").isEmpty();
    }

    @Test
    void theWatchLooksAndKeepsWhatTheLoopMakesOfIt() throws InterruptedException {
        BlockingQueue<ClockLook> looks = new ArrayBlockingQueue<>(100);
        LiveClock clock = LiveClock.start(BOOT, SETTINGS, file());
        try (ClockWatch watch = ClockWatch.start(clock, new KernelTime(), file(), looks::add)) {
            assertThat(watch).isNotNull();
            ClockLook look = looks.poll(20, TimeUnit.SECONDS);
            assertThat(look).isNotNull();
            assertThat(look.systemMillis()).isCloseTo(Instant.now().toEpochMilli(), within(60_000L));
            assertThat(look.uptimeMillis()).isPositive();
            assertThat(file().read()).as("nothing is decided").isEmpty();
            clock.look(look(look.systemMillis(), 3));
            clock.follow();
            Awaitility.await().until(() -> file().read().isPresent());
        }
        assertThat(file().read()).hasValueSatisfying(memory -> {
            assertThat(memory.boot()).isEqualTo(BOOT);
            assertThat(memory.standing()).isEqualTo(Standing.RIGHT);
        });
        LiveClock next = LiveClock.start(BOOT, SETTINGS, file());
        assertThat(next.now().synced()).isTrue();
    }

    @Test
    void whatWasRefusedIsTakenAfterAStop() {
        LiveClock clock = LiveClock.start(BOOT, SETTINGS, file());
        long now = System.currentTimeMillis();
        clock.look(look(now, 3));
        clock.look(look(now + 4000 * DAY, 3));
        clock.follow();
        file().write(clock.memory().orElseThrow());
        ClockWatch.start(clock, new KernelTime(), file(), _ -> {}).close();
        assertThat(file().read()).isEmpty();
    }

    private ClockFile file() {
        return new ClockFile(folder, "clock.state");
    }

    private static ClockLook look(long systemMillis, long errorMillis) {
        return new ClockLook(System.nanoTime(), systemMillis, 0, errorMillis, false);
    }
}
