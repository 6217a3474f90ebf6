package dev.firn.sensor.jsnsr04t;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Sysfs;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Step;
import dev.firn.sensor.kernel.KernelDevice;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A part that the kernel's driver {@code srf04} pings whenever its file is read, which takes up to 70 ms. That driver
 * does not tell a part that does not answer from one without a target.
 */
final class KernelEcho implements EchoSource {

    private final Sysfs sysfs;

    KernelEcho(Sysfs sysfs) {
        this.sysfs = sysfs;
    }

    @Override
    public Step ping(Supplier<Step> next) {
        return Step.afterMillis(60, next);
    }

    @Override
    public Optional<Measured> collect() {
        KernelDevice device = KernelDevice.iio(sysfs, "srf04");
        try {
            return Optional.of(EchoPulse.distance(device.channel("in_distance")));
        } catch (BusException e) {
            if (e.fault() == BusFault.TIMED_OUT || e.fault() == BusFault.FAILED) {
                return Optional.of(EchoPulse.noTarget());
            }
            throw e;
        }
    }

    @Override
    public void close() {
        // Nothing is open between two reads.
    }
}
