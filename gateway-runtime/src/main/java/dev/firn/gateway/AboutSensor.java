package dev.firn.gateway;

import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import java.util.Optional;

/**
 * What the node says of one of its sensors.
 *
 * @param id its id
 * @param driver the driver's name
 * @param position where it stands, if its recording says so
 * @param series what it measures
 */
record AboutSensor(String id, String driver, Optional<Position> position, List<SeriesId> series) {}
