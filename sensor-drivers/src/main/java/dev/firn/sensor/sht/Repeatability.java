package dev.firn.sensor.sht;

/** How carefully a part measures: the longer, the quieter. */
enum Repeatability {
    HIGH,
    MEDIUM,
    LOW
}
