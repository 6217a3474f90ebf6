package dev.firn.uplink;

/**
 * Which window a summary is of.
 *
 * @param series {@code sensor/quantity}
 * @param fromMillis start of the window, inclusive, milliseconds since 1970-01-01T00:00Z
 * @param toMillis its end, exclusive
 */
public record SummaryKey(String series, long fromMillis, long toMillis) {}
