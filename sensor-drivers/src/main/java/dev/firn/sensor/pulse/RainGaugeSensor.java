package dev.firn.sensor.pulse;

import dev.firn.bus.EdgeLines;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.Optional;

/** A gauge whose bucket tips once for so many millimetres of rain. */
final class RainGaugeSensor implements Sensor {

    private static final Duration FETCH_EVERY = Duration.ofSeconds(1);

    private final PulseLine line;
    private final double millimetresPerTip;
    private int tips;

    RainGaugeSensor(EdgeLines lines, double millimetresPerTip) {
        this.line = new PulseLine(lines);
        this.millimetresPerTip = millimetresPerTip;
    }

    @Override
    public Step initialise() {
        line.start();
        return Step.finished();
    }

    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(FETCH_EVERY);
    }

    @Override
    public void attend() {
        line.fetch(tip -> tips++);
    }

    @Override
    public Step measure() {
        attend();
        double millimetres = tips * millimetresPerTip;
        tips = 0;
        return Step.finished(PulseLine.measured(Quantity.PRECIPITATION, millimetres, line.takeDoubt()));
    }

    @Override
    public void close() {
        line.close();
    }
}
