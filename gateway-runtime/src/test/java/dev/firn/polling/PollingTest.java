package dev.firn.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.sensor.SensorContext;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real threads. */
@Timeout(60)
class PollingTest {

    private static final Duration EVERY = Duration.ofMillis(20);

    private final NoBuses buses = new NoBuses();
    private final SensorContext context = new SensorContext(buses, series -> OptionalDouble.empty());
    private final Heard heard = new Heard();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void closeBuses() {
        release.countDown();
        buses.close();
    }

    @Test
    void aBusThatHangsHoldsUpNoOther() throws InterruptedException {
        PlayedDriver hanging = new PlayedDriver("i2c-1");
        hanging.within = this::hang;
        PlayedDriver well = new PlayedDriver("i2c-3");
        try (Polling polling =
                Polling.start(List.of(hanging.sensor("stuck", EVERY), well.sensor("air", EVERY)), context, heard)) {
            assertThat(polling).isNotNull();
            await(() -> heard.readings.stream()
                            .filter(reading -> reading.startsWith("air"))
                            .count()
                    > 20);
            assertThat(heard.readings).noneMatch(reading -> reading.startsWith("stuck"));
            release.countDown();
            await(() -> heard.readings.stream().anyMatch(reading -> reading.startsWith("stuck")));
        }
    }

    @Test
    void aStuckBusIsToldOnceAndItsSensorsAreMissingUntilItIsFreed() throws InterruptedException {
        PlayedDriver hanging = new PlayedDriver("i2c-1");
        hanging.within = this::hang;
        SensorTask first =
                new SensorTask(hanging.sensor("first", EVERY), context, heard, System::nanoTime, System.nanoTime());
        SensorTask second = new SensorTask(
                new PlayedDriver("i2c-1").sensor("second", EVERY), context, heard, System::nanoTime, System.nanoTime());
        BusPoller poller = new BusPoller("i2c-1", List.of(first, second), heard, System.nanoTime());
        poller.start();
        Duration patience = Duration.ofMillis(50);
        await(() -> {
            poller.watch(System.nanoTime(), patience);
            return heard.readings.stream()
                            .filter(reading -> reading.endsWith("the bus is stuck"))
                            .count()
                    > 6;
        });
        assertThat(heard.events).containsExactly("i2c-1 stuck by first");
        assertThat(heard.readings).anyMatch(reading -> reading.startsWith("second@"));
        hanging.within = () -> {};
        release.countDown();
        await(() -> {
            poller.watch(System.nanoTime(), patience);
            return heard.events.size() > 1;
        });
        assertThat(heard.events).containsExactly("i2c-1 stuck by first", "i2c-1 freed");
        await(() -> heard.readings.getLast().matches("(first|second)@.*: \\d+\\.0"));
        poller.requestStop();
        poller.awaitStop(Duration.ofSeconds(20));
        assertThat(hanging.closed).hasValue(1);
    }

    @Test
    void closingLeavesABusBehindThatNeverReturns() {
        PlayedDriver hanging = new PlayedDriver("i2c-1");
        CountDownLatch hangs = new CountDownLatch(1);
        hanging.within = () -> {
            hangs.countDown();
            hang();
        };
        Polling polling = Polling.start(List.of(hanging.sensor("stuck", EVERY)), context, heard);
        await(() -> hangs.getCount() == 0);
        polling.close();
        assertThat(hanging.closed).hasValue(0);
    }

    private void hang() {
        try {
            assertThat(release.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it is so; the class's own limit ends a wait for ever. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
