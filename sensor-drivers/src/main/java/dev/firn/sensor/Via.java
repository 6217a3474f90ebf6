package dev.firn.sensor;

/** Who speaks to a part. */
public enum Via {
    /** Firn does, over the bus. */
    RAW,
    /** A driver of the kernel does, and Firn reads its files in sysfs. */
    KERNEL
}
