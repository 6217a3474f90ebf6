package dev.firn.config;

/** Where a node's readings come from: all from recordings, or all from sensors. Immutable. */
public sealed interface SensorsConfig permits ReplayConfig, LiveConfig {

    /** How many sensors there are. */
    int count();
}
