package dev.firn.gateway;

import dev.firn.uplink.GatewayEvent.Severity;
import java.util.Map;

/**
 * What the cloud is told, but for the time.
 *
 * @param kind see {@link dev.firn.uplink.GatewayEvent}, like the others
 */
record Notice(String kind, Severity severity, String text, Map<String, Object> detail) {}
