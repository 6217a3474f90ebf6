package dev.firn.sensor.jsnsr04t;

import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.sensor.ultrasonic.Echoes;
import dev.firn.sensor.ultrasonic.UltrasonicSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSN-SR04T: several pings make a measurement. It has no identity: that it answers a trigger has to do. */
final class JsnSr04tSensor implements Sensor {

    private final EchoSource source;
    private final int pings;
    private final UltrasonicSite site;

    JsnSr04tSensor(EchoSource source, int pings, UltrasonicSite site) {
        this.source = source;
        this.pings = pings;
        this.site = site;
    }

    @Override
    public Step measure() {
        return ping(new ArrayList<>());
    }

    private Step ping(List<Optional<Measured>> answers) {
        return source.ping(() -> {
            answers.add(source.collect());
            return answers.size() < pings ? ping(answers) : finish(answers);
        });
    }

    private Step finish(List<Optional<Measured>> answers) {
        if (answers.stream().allMatch(Optional::isEmpty)) {
            throw new SensorFaultException("does not answer its trigger: check power and both lines");
        }
        List<Measured> echoes = answers.stream()
                .map(answer -> answer.orElseGet(EchoPulse::noTarget))
                .toList();
        return Step.finished(site.measured(Echoes.middle(echoes)));
    }

    @Override
    public void close() {
        source.close();
    }
}
