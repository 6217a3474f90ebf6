package dev.firn.sensor.tsl2591;

/** For how long the part collects light: bits 2 to 0 of its control register. */
enum IntegrationTime {
    MS_100(100),
    MS_200(200),
    MS_300(300),
    MS_400(400),
    MS_500(500),
    MS_600(600);

    /** The greatest count in the shortest time; in all others it is what 16 bits hold. */
    private static final int SATURATED_SHORTEST = 36_863;

    private static final int SATURATED = 0xFFFF;

    private final int millis;

    IntegrationTime(int millis) {
        this.millis = millis;
    }

    int millis() {
        return millis;
    }

    int bits() {
        return millis / 100 - 1;
    }

    /** How the configuration writes it. */
    String word() {
        return millis() + "ms";
    }

    /** The count from which on it says nothing any more. */
    int saturation() {
        return this == MS_100 ? SATURATED_SHORTEST : SATURATED;
    }
}
