package dev.firn.sensor.sht;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.SensorFaultException;
import java.util.Optional;
import java.util.Set;

/** Recognises a family by its serial number, which the other family does not give at this command. */
record ShtIdentity(ShtPart part) implements I2cPart {

    /** A part takes up to 1 ms to find its number, and a read that is refused 0.1 ms. */
    private static final int READS = 20;

    @Override
    public Set<Integer> addresses() {
        return part.addresses();
    }

    @Override
    public Optional<String> identify(I2C device) {
        part.serialNumber().sendTo(device);
        byte[] reply = read(device, READS);
        try {
            return Optional.of("%s (serial number %08x)"
                    .formatted(part.family(), ShtReply.of(reply).joined()));
        } catch (SensorFaultException e) {
            return Optional.empty();
        }
    }

    private static byte[] read(I2C device, int reads) {
        byte[] reply = new byte[ShtReply.BYTES];
        try {
            device.read(reply);
            return reply;
        } catch (BusException e) {
            if (e.fault() != BusFault.NO_DEVICE || reads == 1) {
                throw e;
            }
            return read(device, reads - 1);
        }
    }
}
