package dev.firn.sensor.sht;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import java.util.function.Function;

/** An SHT3x or SHT4x that Firn speaks to: one measurement at a time, between which the part sleeps. */
final class ShtSensor implements Sensor {

    private static final int RETRIES = 10;

    private final I2C device;
    private final ShtPart part;
    private final Repeatability repeatability;

    ShtSensor(I2C device, ShtPart part, Repeatability repeatability) {
        this.device = device;
        this.part = part;
        this.repeatability = repeatability;
    }

    /** A serial number with the right checksums is all the identity that it has. */
    @Override
    public Step initialise() {
        return reset(0);
    }

    @Override
    public Step measure() {
        return ask(part.measurement(repeatability), reply -> Step.finished(ShtAir.measured(part, reply)));
    }

    private Step reset(int next) {
        if (next == part.resets().size()) {
            return ask(part.serialNumber(), serialNumber -> Step.finished());
        }
        ShtCommand command = part.resets().get(next);
        command.sendTo(device);
        return Step.after(command.time(), () -> reset(next + 1));
    }

    private Step ask(ShtCommand question, Function<ShtReply, Step> then) {
        question.sendTo(device);
        return Step.after(question.time(), () -> collect(RETRIES, then));
    }

    /** As long as it is busy, it does not acknowledge that it is read: then once more, a little later. */
    private Step collect(int retries, Function<ShtReply, Step> then) {
        byte[] reply = new byte[ShtReply.BYTES];
        try {
            device.read(reply);
        } catch (BusException e) {
            if (e.fault() != BusFault.NO_DEVICE || retries == 0) {
                throw e;
            }
            return Step.afterMillis(1, () -> collect(retries - 1, then));
        }
        return then.apply(ShtReply.of(reply));
    }

    @Override
    public void close() {
        device.close();
    }
}
