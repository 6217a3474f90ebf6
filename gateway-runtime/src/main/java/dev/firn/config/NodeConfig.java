package dev.firn.config;

import dev.firn.sensor.Position;
import java.util.Optional;

/**
 * Who the node is and where it stands.
 *
 * @param site the resort; a level of MQTT topics
 * @param id the node in it; a level of MQTT topics
 * @param position where it stands, if the file says so
 */
public record NodeConfig(String site, String id, Optional<Position> position) {}
