package dev.firn.sensor.contact;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;

/** A line that is looked at; what it does between two looks is not seen. */
final class ContactSensor implements Sensor {

    private final DigitalInput line;
    private final boolean activeLow;

    ContactSensor(DigitalInput line, boolean activeLow) {
        this.line = line;
        this.activeLow = activeLow;
    }

    @Override
    public Step measure() {
        DigitalState state = line.state();
        if (state == DigitalState.UNKNOWN) {
            throw new SensorFaultException("the line has no level");
        }
        return Step.finished(Measured.of(Quantity.CONTACT, state.isHigh() == activeLow ? 0 : 1));
    }

    @Override
    public void close() {
        line.close();
    }
}
