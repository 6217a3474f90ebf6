package dev.firn.sensor;

/**
 * Settings that are each right by themselves and impossible together.
 *
 * @param key the one to change
 * @param reason what is wrong
 * @param cure what to do
 */
public record SettingConflict(String key, String reason, String cure) {}
