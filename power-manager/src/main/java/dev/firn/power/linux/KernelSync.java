package dev.firn.power.linux;

/** Whether the kernel's time of day follows a source of time. */
public sealed interface KernelSync {

    /**
     * It does.
     *
     * @param maxErrorMillis how far off it may be at most, milliseconds, by whoever set it; grows until it is set again
     */
    record Synced(long maxErrorMillis) implements KernelSync {}

    /** It does not, or no longer. */
    record Unsynced() implements KernelSync {}

    /** The kernel cannot be asked: this is no Linux, or the call is forbidden. */
    record Unknown(String reason) implements KernelSync {}
}
