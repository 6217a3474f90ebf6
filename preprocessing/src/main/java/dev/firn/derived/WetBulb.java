package dev.firn.derived;

/**
 * Wet-bulb temperature, °C, from air temperature, °C, and relative humidity over water, percent: what a drop of water in
 * this air cools down to, which decides whether it can become snow.
 */
public final class WetBulb {

    // MeteoIO (WSL/SLF), meteoLaws: 1/K for pressures in one unit; for a ventilated bulb.
    private static final double PSYCHROMETER = 0.00066;
    private static final double PSYCHROMETER_PER_KELVIN = 0.00115;
    /** The bulb is never colder than this below the air, Kelvin. */
    private static final double GREATEST_DEPRESSION = 40;

    private static final double RESOLUTION = 1e-6;
    private static final double SATURATED = 100;

    private WetBulb() {}

    /**
     * Stull 2011, "Wet-Bulb Temperature from Relative Humidity and Air Temperature", J. Appl. Meteor. Climatol. 50, 2267,
     * equation 1. For sea level, 5 to 99 % (beyond that the nearer end counts) and −20 to 50 °C (NaN elsewhere); off by
     * −1 to 0.65 K.
     */
    public static double stull(double celsius, double percent) {
        if (!(celsius >= -20 && celsius <= 50)) {
            return Double.NaN;
        }
        double humidity = Math.clamp(percent, 5, 99);
        return celsius * Math.atan(0.151977 * Math.sqrt(humidity + 8.313659))
                + Math.atan(celsius + humidity)
                - Math.atan(humidity - 1.676331)
                + 0.00391838 * Math.pow(humidity, 1.5) * Math.atan(0.023101 * humidity)
                - 4.686035;
    }

    /**
     * The psychrometer equation e = es(Tw) − A p (T − Tw), solved for Tw by bisection; A as MeteoIO has it, es over water.
     * Humidity below 0 counts as 0, above 100 as 100.
     *
     * @param pascal pressure at the station, not reduced to sea level
     */
    public static double psychrometer(double celsius, double percent, double pascal) {
        double vapour = Math.clamp(percent, 0, SATURATED) / SATURATED * Humidity.saturationOverWater(celsius);
        double low = celsius - GREATEST_DEPRESSION;
        double high = celsius;
        while (high - low > RESOLUTION) {
            double middle = low + (high - low) / 2;
            // Rises with the bulb's temperature, so that there is one solution.
            if (vapourAt(middle, celsius, pascal) < vapour) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double vapourAt(double bulb, double celsius, double pascal) {
        double factor = PSYCHROMETER * (1 + PSYCHROMETER_PER_KELVIN * bulb);
        return Humidity.saturationOverWater(bulb) - factor * pascal * (celsius - bulb);
    }
}
