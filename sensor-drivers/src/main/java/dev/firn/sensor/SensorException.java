package dev.firn.sensor;

/** A source of readings cannot be opened or read. The message names the place, the value, the reason and the cure. */
public abstract class SensorException extends RuntimeException {

    /** For a fault that is found here. */
    protected SensorException(String message) {
        super(message);
    }

    /** For a fault that something below reports. */
    protected SensorException(String message, Throwable cause) {
        super(message, cause);
    }
}
