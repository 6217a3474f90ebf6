package dev.firn.sensor.veml7700;

/** For how long the part collects light: bits 9 to 6 of its configuration. */
enum IntegrationTime {
    MS_25(25, 0b1100),
    MS_50(50, 0b1000),
    MS_100(100, 0b0000),
    MS_200(200, 0b0001),
    MS_400(400, 0b0010),
    MS_800(800, 0b0011);

    private static final int LOWEST_BIT = 6;

    private final int millis;
    private final int code;

    IntegrationTime(int millis, int code) {
        this.millis = millis;
        this.code = code;
    }

    /** How the configuration writes it. */
    String word() {
        return millis + "ms";
    }

    int millis() {
        return millis;
    }

    int bits() {
        return code << LOWEST_BIT;
    }
}
