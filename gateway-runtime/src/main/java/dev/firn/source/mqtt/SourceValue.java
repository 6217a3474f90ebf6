package dev.firn.source.mqtt;

import dev.firn.telemetry.Quantity;

/**
 * One value of a message.
 *
 * @param quantity what it is
 * @param place where it stands
 * @param factor by which it becomes one in the unit of the quantity
 */
public record SourceValue(Quantity quantity, Pointer place, double factor) {}
