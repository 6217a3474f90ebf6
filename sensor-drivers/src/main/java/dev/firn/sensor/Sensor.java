package dev.firn.sensor;

import java.time.Duration;
import java.util.Optional;

/**
 * A part that is connected, or is believed to be. Driven by one thread, that of its bus, in this order: {@link
 * #initialise} once, then {@link #measure} at its interval. Whatever throws makes the sensor lost: it is closed, and
 * after a while a new one is opened and initialised. It does not log, retry, wait, filter, or know its id.
 *
 * <p>Every method throws {@link dev.firn.bus.BusException} when a transfer fails and {@link SensorFaultException} when
 * the part answers what it must not: another identity, a wrong checksum, a value that stands for "none".
 */
public interface Sensor extends AutoCloseable {

    /** Makes sure that the part is the one that is expected, then sets it up. */
    default Step initialise() {
        return Step.finished();
    }

    /** Measures once; or, for parts that speak by themselves, tells what has come since the last time. */
    Step measure();

    /** For parts that speak by themselves: how often at least {@link #attend} is to be called. */
    default Optional<Duration> attendEvery() {
        return Optional.empty();
    }

    /** Fetches what has come, before the kernel's buffer overflows. */
    default void attend() {}

    /** Lets go of the bus. */
    @Override
    void close();
}
