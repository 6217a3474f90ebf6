package dev.firn.derived;

/**
 * Global irradiance, W/m², from illuminance, lx. Outdoor sunlight has 122 ± 1 lx per W/m² (Michael, Johnston and Moreno
 * 2020, doi 10.21595/jme.2020.21667); makers of weather stations take 126.7, and other light differs widely.
 */
public final class Irradiance {

    /** Lux per W/m² of sunlight. */
    public static final double SUNLIGHT = 122;

    private Irradiance() {}

    /** The irradiance of light with this many lux per W/m². */
    public static double of(double lux, double luxPerWatt) {
        return lux / luxPerWatt;
    }
}
