package dev.firn.outbox;

/** What beside the log hangs together with it. Set by one thread, read by the writer. */
final class Ties {

    /** Records from this number on are still needed, although they may be acknowledged. */
    private volatile long heldFrom = Long.MAX_VALUE;

    private volatile BeforeWrite beforeWrite = () -> {};

    void holdFrom(long seq) {
        heldFrom = seq;
    }

    void before(BeforeWrite first) {
        beforeWrite = first;
    }

    BeforeWrite beforeWrite() {
        return beforeWrite;
    }

    /** How much of what is acknowledged may be forgotten. */
    long forgettable(long watermark) {
        return Math.min(watermark, heldFrom - 1);
    }
}
