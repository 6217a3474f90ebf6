package dev.firn.sensor.pulse;

import dev.firn.bus.EdgeLines;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** An anemometer whose contact closes once for so many metres of wind. */
final class AnemometerSensor implements Sensor {

    /** At 60 m/s nine pulses come in this time, and the kernel keeps sixteen at least. */
    private static final Duration FETCH_EVERY = Duration.ofMillis(100);

    private final PulseLine line;
    private final double metresPerPulse;
    private final LongSupplier clock;
    private PulseTrain train;

    /**
     * An anemometer.
     *
     * @param clock nanoseconds in the time of the edges; only says how long the time between two readings was
     */
    AnemometerSensor(EdgeLines lines, double metresPerPulse, LongSupplier clock) {
        this.line = new PulseLine(lines);
        this.metresPerPulse = metresPerPulse;
        this.clock = clock;
        this.train = new PulseTrain(clock.getAsLong());
    }

    @Override
    public Step initialise() {
        line.start();
        train = new PulseTrain(clock.getAsLong());
        return Step.finished();
    }

    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(FETCH_EVERY);
    }

    @Override
    public void attend() {
        line.fetch(train::pulse);
    }

    @Override
    public Step measure() {
        attend();
        PulseTrain.Rates rates = train.read(clock.getAsLong());
        String doubt = line.takeDoubt();
        return Step.finished(
                PulseLine.measured(Quantity.WIND_SPEED, rates.mean() * metresPerPulse, doubt),
                PulseLine.measured(Quantity.WIND_GUST, rates.gust() * metresPerPulse, doubt));
    }

    @Override
    public void close() {
        line.close();
    }
}
