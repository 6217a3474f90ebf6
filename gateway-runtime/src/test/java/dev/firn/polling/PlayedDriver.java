package dev.firn.polling;

import dev.firn.sensor.ConfiguredSensor;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Step;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A kind of sensor whose part is played by the test: it measures 1, 2, 3 … or fails. */
final class PlayedDriver implements Driver {

    private final String bus;
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger attended = new AtomicInteger();

    private final AtomicInteger value = new AtomicInteger();
    volatile Duration conversion = Duration.ZERO;
    volatile Optional<Duration> attendEvery = Optional.empty();
    volatile @Nullable String openFault;
    volatile @Nullable String initialiseFault;
    volatile @Nullable String measureFault;
    /** What happens within a transfer; for the bus's own thread. */
    volatile Runnable within = () -> {};

    PlayedDriver(String bus) {
        this.bus = bus;
    }

    ConfiguredSensor sensor(String id, Duration every) {
        return new ConfiguredSensor(id, this, new Settings(Map.of()), every);
    }

    @Override
    public DriverDescriptor descriptor() {
        return new DriverDescriptor("played", "Played.", List.of(), List.of(), Duration.ofSeconds(1), List.of());
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.AIR_TEMPERATURE);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return new Wiring(bus, Set.of());
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        failIf(openFault);
        opened.incrementAndGet();
        return new Played();
    }

    private static void failIf(@Nullable String fault) {
        if (fault != null) {
            throw new SensorFaultException(fault);
        }
    }

    private final class Played implements Sensor {
        @Override
        public Step initialise() {
            failIf(initialiseFault);
            return Step.finished();
        }

        @Override
        public Step measure() {
            return conversion.isZero() ? collect() : Step.after(conversion, this::collect);
        }

        private Step collect() {
            within.run();
            failIf(measureFault);
            return Step.finished(Measured.of(Quantity.AIR_TEMPERATURE, value.incrementAndGet()));
        }

        @Override
        public Optional<Duration> attendEvery() {
            return attendEvery;
        }

        @Override
        public void attend() {
            attended.incrementAndGet();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
