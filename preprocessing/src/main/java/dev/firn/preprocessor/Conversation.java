package dev.firn.preprocessor;

import dev.firn.senml.SenMlRecord;
import dev.firn.senml.SenMlRecord.Measurement;
import dev.firn.senml.SenMlRecord.Text;
import dev.firn.senml.SenMlRecord.Truth;
import dev.firn.telemetry.Reading;
import java.util.function.Consumer;

/**
 * A preprocessor as its partner meets it: records in, records out. It greets first, answers pings in their turn, and
 * drains once. For one thread.
 */
public final class Conversation implements Preprocessor.Output {

    private final String service;
    private final Preprocessor preprocessor;
    private final Consumer<SenMlRecord> out;
    private boolean drained;

    /** Begins with the greeting. */
    public Conversation(String service, String version, Preprocessor preprocessor, Consumer<SenMlRecord> out) {
        this.service = service;
        this.preprocessor = preprocessor;
        this.out = out;
        out.accept(ControlRecords.hello(service, version));
    }

    /**
     * Takes one record. After the drain nothing is taken any more.
     *
     * @throws dev.firn.senml.SenMlException if it is a measurement of no series, or in a wrong unit
     */
    public void take(SenMlRecord received) {
        if (drained) {
            return;
        }
        switch (received) {
            case Measurement measurement when isControl(measurement) -> control(measurement);
            case Measurement measurement -> preprocessor.accept(measurement.toReading(), this);
            case Text text -> control(text);
            case Truth truth -> control(truth);
        }
    }

    /** The end of the input, which is a drain, unless there was one already. */
    public void end() {
        if (!drained) {
            drained = true;
            preprocessor.drain(this);
        }
    }

    /** Whether it has drained: there is nothing more to say. */
    public boolean isOver() {
        return drained;
    }

    @Override
    public void derived(Reading reading) {
        out.accept(Measurement.of(reading));
    }

    @Override
    public void advice(Advice advice) {
        out.accept(ControlRecords.advice(service, advice));
    }

    private static boolean isControl(SenMlRecord received) {
        return received.name().equals(ControlRecords.PING) || received.name().equals(ControlRecords.DRAIN);
    }

    // Texts and truth values of other names are of a later contract, or of another service.
    private void control(SenMlRecord received) {
        if (received.name().equals(ControlRecords.DRAIN)) {
            end();
        } else if (received.name().equals(ControlRecords.PING)) {
            pong(received);
        }
    }

    private void pong(SenMlRecord ping) {
        if (ping.timeMillis() != SenMlRecord.NOW) {
            preprocessor.advanceTo(ping.timeMillis(), this);
        }
        out.accept(
                switch (ping) {
                    case Measurement it ->
                        new Measurement(
                                ControlRecords.PONG, it.unit(), it.timeMillis(), it.value(), it.flag(), it.reason());
                    case Text it -> new Text(ControlRecords.PONG, it.timeMillis(), it.text());
                    case Truth it -> new Truth(ControlRecords.PONG, it.timeMillis(), it.value());
                });
    }
}
