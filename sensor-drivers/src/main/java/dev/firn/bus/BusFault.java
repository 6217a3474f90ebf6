package dev.firn.bus;

/** Why a transfer failed, as far as the kernel tells. */
public enum BusFault {
    /** Nobody answered: not connected, no power, or another address. */
    NO_DEVICE("nothing answers"),
    /** The bus itself is not there: not enabled, or unplugged. */
    NO_BUS("is not there"),
    /** A driver of the kernel, or another program, has it. */
    IN_USE("is in use by a kernel driver or another program"),
    /** No end of the transfer in time: a line is held low, or the device stretches the clock for too long. */
    TIMED_OUT("timed out"),
    /** Another master, or a disturbance, won the bus. */
    ARBITRATION_LOST("lost the bus to another master"),
    /** The user may not open it. */
    NOT_PERMITTED("is not permitted"),
    /** The kernel or the adapter cannot do what was asked. */
    NOT_SUPPORTED("is not supported"),
    /** Any other error of the kernel. */
    FAILED("failed");

    private final String words;

    BusFault(String words) {
        this.words = words;
    }

    /** What happened, to follow the name of what it happened to. */
    public String words() {
        return words;
    }
}
