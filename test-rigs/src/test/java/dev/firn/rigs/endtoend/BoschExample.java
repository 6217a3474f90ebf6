package dev.firn.rigs.endtoend;

/** The temperature formula of Bosch's data sheet (BMP280, 3.11.3, floating point) with the calibration of its example. */
final class BoschExample {

    private static final double T1 = 27504;
    private static final double T2 = 26435;
    private static final double T3 = -1000;

    private BoschExample() {}

    /** °C of 20 bits as the part gives them. */
    static double temperature(int raw) {
        double first = (raw / 16384.0 - T1 / 1024.0) * T2;
        double ratio = raw / 131072.0 - T1 / 8192.0;
        return (first + ratio * ratio * T3) / 5120.0;
    }
}
