package dev.firn.sensor;

import dev.firn.bus.Buses;

/**
 * What a sensor can use.
 *
 * @param buses opens what it is connected to
 * @param latest what other sensors said last; from any thread
 */
public record SensorContext(Buses buses, LatestValues latest) {}
