package dev.firn.sensor.vl53l1x;

import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SensorFaultException;
import dev.firn.telemetry.Quantity;

/** What a VL53L1X found. Source: ST STSW-IMG009 (UM2510), the results from register 0x0089, and UM2356, range status. */
final class Vl53l1xResult {

    /** From the status in register 0x0089 to the signal rate in 0x0098. */
    static final int LENGTH = 17;

    private static final int STATUS = 0;
    private static final int MILLIMETRES = 0x0096 - 0x0089;

    private Vl53l1xResult() {}

    /**
     * The distance.
     *
     * @throws SensorFaultException if the part reports a fault of its own
     */
    static Measured distance(byte[] result) {
        int status = Words.u8(result, STATUS) & 0x1F;
        double metres = Words.u16BigEndian(result, MILLIMETRES) / 1000.0;
        return switch (status) {
            case 9 -> Measured.of(Quantity.DISTANCE, metres);
            case 8 -> Measured.suspect(Quantity.DISTANCE, metres, "nearer than it can tell");
            case 6 -> Measured.suspect(Quantity.DISTANCE, metres, "uncertain: little light came back, or much sun");
            case 4 -> Measured.missing(Quantity.DISTANCE, "no target: too little light came back");
            case 5 -> Measured.missing(Quantity.DISTANCE, "no target within its range");
            case 7 -> Measured.missing(Quantity.DISTANCE, "the target is farther than it can tell");
            case 1, 2, 3, 17 -> throw new SensorFaultException("the part reports a fault of its own: status " + status);
            default -> Measured.missing(Quantity.DISTANCE, "no valid measurement: status " + status);
        };
    }
}
