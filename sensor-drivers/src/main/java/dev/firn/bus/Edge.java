package dev.firn.bus;

/**
 * One change of a line, as the kernel noted it in its interrupt.
 *
 * @param index of the line in its request
 * @param active the level after the change, active low lines already turned round
 * @param timeNanos when, in the time of {@link System#nanoTime} ({@code CLOCK_MONOTONIC})
 */
public record Edge(int index, boolean active, long timeNanos) {}
