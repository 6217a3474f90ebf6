/**
 * What drivers and their users agree on: what a driver offers ({@link dev.firn.sensor.Driver}), what a connected part
 * does ({@link dev.firn.sensor.Sensor}), and the position of a station.
 */
@NullMarked
package dev.firn.sensor;

import org.jspecify.annotations.NullMarked;
