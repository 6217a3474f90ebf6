package dev.firn.derived;

/**
 * What was measured in one step of {@link NewSnow}.
 *
 * @param number of the step: whole steps since 1970-01-01T00:00Z
 * @param height of the snow, m
 * @param celsius air temperature, °C
 * @param gust greatest wind speed, m/s; 0 where nobody measures it
 */
public record SnowStep(long number, double height, double celsius, double gust) {}
