package dev.firn.sensor.ads1115;

/**
 * What an input was found at.
 *
 * @param volts against ground
 * @param clipped whether the converter is at its upper end: it is at least that much
 */
record InputVoltage(double volts, boolean clipped) {}
