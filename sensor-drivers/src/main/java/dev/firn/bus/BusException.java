package dev.firn.bus;

import com.pi4j.io.exception.IOException;

/** A transfer failed, or a bus cannot be opened. The message names the place, what happened and, where known, a cure. */
public final class BusException extends IOException {

    private static final long serialVersionUID = 1L;

    private final BusFault fault;

    /**
     * A fault at a place.
     *
     * @param place what failed, such as {@code i2c-1 0x76}
     * @param fault why
     * @param detail what else is known, such as the kernel's error, or a cure; may be empty
     */
    public BusException(String place, BusFault fault, String detail) {
        super(place + " " + fault.words() + (detail.isEmpty() ? "" : ": " + detail));
        this.fault = fault;
    }

    /** Why it failed. */
    public BusFault fault() {
        return fault;
    }
}
