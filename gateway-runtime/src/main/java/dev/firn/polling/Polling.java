package dev.firn.polling;

import dev.firn.sensor.ConfiguredSensor;
import dev.firn.sensor.SensorContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads the sensors of a node: a platform thread for each bus, and one that watches them. The threads run from {@link
 * #start} until {@link #close}.
 */
public final class Polling implements AutoCloseable {

    /** A transfer takes milliseconds, a wait of the kernel for a dead bus a second. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(5);

    /** Sensors with the same interval are due one after the other, so that none has to wait for another's turn. */
    private static final Duration APART = Duration.ofMillis(20);

    private static final Duration WATCH_EVERY = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final List<BusPoller> pollers;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread watching =
            Thread.ofPlatform().name("bus watch").daemon().unstarted(this::watch);

    private Polling(List<BusPoller> pollers) {
        this.pollers = pollers;
    }

    /** Starts to read sensors. */
    public static Polling start(List<ConfiguredSensor> sensors, SensorContext context, PollingListener listener) {
        long start = System.nanoTime();
        Map<String, List<SensorTask>> tasks = new LinkedHashMap<>();
        long sensorStart = start;
        for (ConfiguredSensor sensor : sensors) {
            tasks.computeIfAbsent(sensor.wiring().bus(), bus -> new ArrayList<>())
                    .add(new SensorTask(sensor, context, listener, System::nanoTime, sensorStart));
            sensorStart += APART.toNanos();
        }
        List<BusPoller> pollers = new ArrayList<>();
        tasks.forEach((bus, ofBus) -> pollers.add(new BusPoller(bus, ofBus, listener, start)));
        Polling polling = new Polling(pollers);
        pollers.forEach(BusPoller::start);
        polling.watching.start();
        return polling;
    }

    /** Ends the threads; one that is in a transfer that never returns is left behind. */
    @Override
    public void close() {
        stopping.countDown();
        pollers.forEach(BusPoller::requestStop);
        try {
            watching.join();
            for (BusPoller poller : pollers) {
                poller.awaitStop(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!stopping.await(WATCH_EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
                long now = System.nanoTime();
                pollers.forEach(poller -> poller.watch(now, STUCK_AFTER));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
