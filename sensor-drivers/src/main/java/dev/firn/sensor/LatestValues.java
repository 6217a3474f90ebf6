package dev.firn.sensor;

import java.util.OptionalDouble;

/** What other sensors said last, for parts that need to know, such as an ultrasonic one the air's temperature. */
@FunctionalInterface
public interface LatestValues {

    /**
     * The latest usable value of a series; none where there is none, or it is older than the gateway lets it be.
     *
     * @param series {@code sensor/quantity}
     */
    OptionalDouble of(String series);
}
