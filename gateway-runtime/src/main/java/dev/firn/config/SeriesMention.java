package dev.firn.config;

/**
 * A place in the file that names a series which somebody has to measure.
 *
 * @param series {@code sensor/quantity}
 * @param line where it stands
 * @param key the path of the key there
 */
record SeriesMention(String series, int line, String key) {}
