package dev.firn.sensor.kernel;

import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part whose driver is the kernel's: found anew at each initialisation, since its directory vanishes with it.
 *
 * <p>Its reads wait for the part, on the thread of its bus: that is how the kernel's files are.
 */
public final class KernelSensor implements Sensor {

    private final Supplier<KernelDevice> search;
    private final Function<KernelDevice, List<Measured>> reader;
    private @Nullable KernelDevice device;

    /**
     * A part to be found and read.
     *
     * @param search finds its directory, or throws
     * @param reader reads it
     */
    public KernelSensor(Supplier<KernelDevice> search, Function<KernelDevice, List<Measured>> reader) {
        this.search = search;
        this.reader = reader;
    }

    @Override
    public Step initialise() {
        device = search.get();
        return Step.finished();
    }

    @Override
    public Step measure() {
        return Step.finished(reader.apply(Objects.requireNonNull(device, "not initialised")));
    }

    @Override
    public void close() {
        // Nothing is open between two reads.
    }
}
