package dev.firn.preprocessor.snow;

import java.util.Locale;

/** Whether snow guns can run. */
public enum SnowMakingWindow {
    /** Not below the start. */
    TOO_WARM,
    /** They run, with little snow for the water. */
    MARGINAL,
    /** They run well. */
    GOOD;

    /** The number of the quantity snow-making. */
    public int code() {
        return switch (this) {
            case TOO_WARM -> 0;
            case MARGINAL -> 1;
            case GOOD -> 2;
        };
    }

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The wet-bulb temperatures of a kind of gun. General guidance for snow making: 28 °F (-2.2 °C) and 20 °F (-6.7 °C);
     * every type of gun has its own.
     *
     * @param startCelsius at and below it guns run
     * @param goodCelsius below it they run well; not above the start
     */
    public record Limits(double startCelsius, double goodCelsius) {

        /** 28 °F, 20 °F. */
        public static final Limits DEFAULT = new Limits(-2.2, -6.7);

        /** Checks their order. */
        public Limits {
            if (!(goodCelsius <= startCelsius)) {
                throw new IllegalArgumentException("snow making is good below " + goodCelsius + " and starts at "
                        + startCelsius + " °C: want the first not above the second");
            }
        }

        /** The window at this wet-bulb temperature, °C. */
        public SnowMakingWindow at(double wetBulbCelsius) {
            if (wetBulbCelsius > startCelsius) {
                return TOO_WARM;
            }
            return wetBulbCelsius < goodCelsius ? GOOD : MARGINAL;
        }
    }
}
