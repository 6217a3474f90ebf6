package dev.firn.sensor;

/** A part answers what it must not. The message says what was expected and what came, for people. */
public final class SensorFaultException extends SensorException {

    private static final long serialVersionUID = 1L;

    /** Something in what a part answers is wrong. */
    public SensorFaultException(String message) {
        super(message);
    }

    /** Another part than the expected one, or none that is alive. */
    public static SensorFaultException wrongIdentity(String part, int expected, int found) {
        return new SensorFaultException(
                "identity 0x%02x is not that of a %s (0x%02x)".formatted(found, part, expected));
    }

    /** Bytes were changed on their way. */
    public static SensorFaultException wrongChecksum(int expected, int found) {
        return new SensorFaultException("checksum 0x%02x, computed 0x%02x".formatted(found, expected));
    }
}
