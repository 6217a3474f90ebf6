package dev.firn.sensor.tfluna;

import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import dev.firn.sensor.serial.TalkingPart;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A TF-Luna at a serial port, which says 100 times a second what it sees; the latest counts. */
final class TfLunaSerialSensor implements Sensor {

    private final TalkingPart<TfLunaEcho> part;

    TfLunaSerialSensor(TalkingPart<TfLunaEcho> part) {
        this.part = part;
    }

    /** Its frames are its identity. */
    @Override
    public Step initialise() {
        return part.awaitFrame();
    }

    @Override
    public Step measure() {
        List<TfLunaEcho> echoes = part.take();
        return Step.finished(echoes.isEmpty() ? nothingNew() : echoes.getLast().measured());
    }

    private static List<Measured> nothingNew() {
        return TfLunaEcho.QUANTITIES.stream()
                .map(quantity -> Measured.missing(quantity, "no frame since the last measurement"))
                .toList();
    }

    /** 900 bytes a second come; the kernel keeps 4095. */
    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(Duration.ofSeconds(1));
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
