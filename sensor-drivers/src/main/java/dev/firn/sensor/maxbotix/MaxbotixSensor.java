package dev.firn.sensor.maxbotix;

import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import dev.firn.sensor.serial.TalkingPart;
import dev.firn.sensor.ultrasonic.Echoes;
import dev.firn.sensor.ultrasonic.UltrasonicSite;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A MaxBotix sensor at a serial port, which says some 7 times a second what it hears. */
final class MaxbotixSensor implements Sensor {

    private final TalkingPart<Integer> part;
    private final MaxbotixModel model;
    private final UltrasonicSite site;

    MaxbotixSensor(TalkingPart<Integer> part, MaxbotixModel model, UltrasonicSite site) {
        this.part = part;
        this.model = model;
        this.site = site;
    }

    /** Its frames are its identity. */
    @Override
    public Step initialise() {
        return part.awaitFrame();
    }

    @Override
    public Step measure() {
        List<Measured> echoes = part.take().stream().map(model::distance).toList();
        return Step.finished(site.measured(
                echoes.isEmpty()
                        ? Measured.missing(Quantity.DISTANCE, "no frame since the last measurement")
                        : Echoes.middle(echoes)));
    }

    /** 45 bytes a second come; the kernel keeps 4095. */
    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(Duration.ofSeconds(10));
    }

    @Override
    public void attend() {
        part.attend();
    }

    @Override
    public void close() {
        part.close();
    }
}
