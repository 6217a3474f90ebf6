package dev.firn.outbox;

import java.util.UUID;

/**
 * When a record was made, in a way that outlasts a wrong clock: within one boot of the board, monotonic times tell how far
 * apart two records are, whatever the time of day was set to meanwhile.
 *
 * @param boot the kernel's id of the boot
 * @param monotonicMillis milliseconds of the kernel's monotonic clock, which begins anew at each boot
 * @param wallMillis what the gateway took for the time of day, milliseconds since 1970-01-01T00:00Z
 * @param settled whether that was right; otherwise dates within the record can be moved once it is known
 */
public record Origin(UUID boot, long monotonicMillis, long wallMillis, boolean settled) {

    /** Of a record whose dates are right by definition, such as a recording's. */
    public static final Origin TIMELESS = new Origin(new UUID(0, 0), 0, 0, true);
}
