package dev.firn.derived;

/**
 * Whether snow guns can run, from the wet-bulb temperature in °C: general guidance for snow making has them start at
 * 28 °F (−2.2 °C) and work well below 20 °F (−6.7 °C); every type of gun has figures of its own.
 *
 * @param marginalCelsius at and below it snow can be made
 * @param goodCelsius below it snow is made well; not above {@code marginalCelsius}
 */
public record SnowMaking(double marginalCelsius, double goodCelsius) {

    /** 28 °F in °C. */
    public static final double MARGINAL_CELSIUS = -2.2;

    /** 20 °F in °C. */
    public static final double GOOD_CELSIUS = -6.7;

    /** Guns of no particular kind. */
    public static final SnowMaking USUAL = new SnowMaking(MARGINAL_CELSIUS, GOOD_CELSIUS);

    static final int TOO_WARM = 0;
    static final int MARGINAL = 1;
    static final int GOOD = 2;

    /** Checks that both are numbers, in order. */
    public SnowMaking {
        if (!(goodCelsius <= marginalCelsius)) {
            throw new IllegalArgumentException("snow making is good below " + goodCelsius
                    + " Cel: want that not above where it starts, " + marginalCelsius + " Cel");
        }
    }

    /** 0 too warm, 1 marginal, 2 good; NaN of NaN. */
    public double window(double wetBulbCelsius) {
        if (Double.isNaN(wetBulbCelsius)) {
            return Double.NaN;
        }
        if (wetBulbCelsius > marginalCelsius) {
            return TOO_WARM;
        }
        return wetBulbCelsius < goodCelsius ? GOOD : MARGINAL;
    }
}
