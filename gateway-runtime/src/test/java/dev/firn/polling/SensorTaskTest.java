package dev.firn.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.sensor.SensorContext;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time is played: the task is called whenever it says it is due. */
class SensorTaskTest {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final NoBuses buses = new NoBuses();
    private final Heard heard = new Heard();
    private final PlayedDriver driver = new PlayedDriver("i2c-1");
    private SensorTask task = task(EVERY);
    private long nowNanos;

    private SensorTask task(Duration every) {
        return new SensorTask(
                driver.sensor("air", every),
                new SensorContext(buses, series -> OptionalDouble.empty()),
                heard,
                () -> nowNanos,
                0);
    }

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** Calls it at each moment that it asks for, up to and with that of so many seconds. */
    private void runUntil(double seconds) {
        while (task.dueNanos() <= seconds * 1e9) {
            nowNanos = Math.max(nowNanos, task.dueNanos());
            task.run(nowNanos);
        }
    }

    @Test
    void measuresAtOnceAndThenAtMultiplesOfTheInterval() {
        runUntil(30);
        assertThat(heard.readings).containsExactly("air@0.0: 1.0", "air@10.0: 2.0", "air@20.0: 3.0", "air@30.0: 4.0");
        assertThat(heard.events).isEmpty();
    }

    @Test
    void aSlowConversionDoesNotMakeTheIntervalDrift() {
        driver.conversion = Duration.ofMillis(750);
        runUntil(31);
        assertThat(heard.readings)
                .containsExactly("air@0.75: 1.0", "air@10.75: 2.0", "air@20.75: 3.0", "air@30.75: 4.0");
    }

    @Test
    void aConversionLongerThanTheIntervalSkipsMomentsInsteadOfPilingUp() {
        task = task(Duration.ofSeconds(1));
        driver.conversion = Duration.ofMillis(2500);
        runUntil(9);
        assertThat(heard.readings).containsExactly("air@2.5: 1.0", "air@5.0: 2.0", "air@7.5: 3.0");
    }

    @Test
    void aLateCallServesOneMomentAndKeepsTheGrid() {
        runUntil(0);
        nowNanos = 34_000_000_000L;
        task.run(nowNanos);
        runUntil(40);
        assertThat(heard.readings).containsExactly("air@0.0: 1.0", "air@34.0: 2.0", "air@40.0: 3.0");
    }

    @Test
    void aFailureIsMissingAndLostOnceThenLookedForAgainAndBackOnce() {
        runUntil(0);
        driver.measureFault = "checksum";
        runUntil(15);
        driver.measureFault = null;
        runUntil(30);
        assertThat(heard.events).containsExactly("air lost: checksum", "air back after 10000");
        assertThat(heard.readings)
                .containsExactly("air@0.0: 1.0", "air@10.0: checksum", "air@20.0: 2.0", "air@30.0: 3.0");
        assertThat(driver.opened).hasValue(2);
        assertThat(driver.closed).hasValue(1);
    }

    @Test
    void whileItIsLostEveryMomentIsMissingThoughItIsLookedForLessAndLessOften() {
        driver.openFault = "nothing answers";
        runUntil(200);
        assertThat(heard.readings).hasSize(21).allMatch(reading -> reading.endsWith(": nothing answers"));
        assertThat(heard.events).containsExactly("air lost: nothing answers");
        driver.openFault = null;
        runUntil(310);
        assertThat(heard.events).hasSize(2).last().asString().startsWith("air back after ");
        assertThat(heard.readings).last().isEqualTo("air@310.0: " + (double) driverValueAt(310));
    }

    /** Looked for at 0, 1, 3, 7, 15, 31, 63, 123, 183 and 243 seconds: found at the last, measured from 250 on. */
    private static int driverValueAt(int seconds) {
        return (seconds - 250) / 10 + 1;
    }

    @Test
    void anInitialisationThatFailsIsLostAndClosed() {
        driver.initialiseFault = "identity 0x58";
        runUntil(5);
        assertThat(heard.events).containsExactly("air lost: identity 0x58");
        assertThat(heard.readings).containsExactly("air@0.0: identity 0x58");
        assertThat(driver.closed.get()).isEqualTo(driver.opened.get()).isEqualTo(3);
    }

    @Test
    void aSensorThatComesAndGoesIsReportedAFewTimesAndThenOnceAMinute() {
        task = task(Duration.ofSeconds(1));
        for (int second = 0; second < 60; second++) {
            driver.measureFault = second % 4 == 1 ? "loose contact" : null;
            runUntil(second);
        }
        assertThat(heard.events)
                .hasSize(2 * Health.MOST_AT_ONCE)
                .startsWith("air lost: loose contact", "air back after 1000");
        assertThat(heard.readings).contains("air@57.0: loose contact");
        driver.measureFault = "loose contact";
        runUntil(63);
        assertThat(heard.events).as("a minute after the first report").hasSize(2 * Health.MOST_AT_ONCE + 1);
        runUntil(300);
        assertThat(heard.events).as("it stays lost").hasSize(2 * Health.MOST_AT_ONCE + 1);
    }

    @Test
    void aReadingIsOfTheTimeWhenItsTransferEnds() {
        driver.within = () -> nowNanos += 700_000_000;
        runUntil(10);
        assertThat(heard.readings).containsExactly("air@0.7: 1.0", "air@10.7: 2.0");
    }

    @Test
    void attendsInBetween() {
        driver.attendEvery = Optional.of(Duration.ofMillis(250));
        runUntil(10);
        assertThat(driver.attended.get()).isBetween(38, 40);
        assertThat(heard.readings).as("nothing could be said at the start").containsExactly("air@10.0: 1.0");
    }

    @Test
    void aPartThatNeverGetsDoneIsLost() {
        driver.conversion = Duration.ofSeconds(31);
        runUntil(5);
        assertThat(heard.events).containsExactly("air lost: not done after 30 s");
        assertThat(heard.readings).containsExactly("air@0.0: not done after 30 s");
    }

    @Test
    void aFaultOfTheDriverIsLostToo() {
        driver.within = () -> {
            throw new IllegalStateException("slip");
        };
        runUntil(0);
        assertThat(heard.events).containsExactly("air lost: java.lang.IllegalStateException: slip");
    }

    @Test
    void momentsThatSomebodyElseServedAreSkipped() {
        runUntil(0);
        task.skipUntil(25_000_000_000L);
        runUntil(40);
        assertThat(heard.readings).containsExactly("air@0.0: 1.0", "air@30.0: 2.0", "air@40.0: 3.0");
    }
}
