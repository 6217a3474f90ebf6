package dev.firn.filter;

import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What the user asks of one filter. Only {@link Hampel} and {@link RateLimit} change flags: theirs is a judgement on the
 * value that they replace; it becomes suspect, with the reason {@code replaced}. The others smooth, thin out or wait, and
 * leave the flag to the tests of quality.
 *
 * <p>An amount (people, rain) is summed, and every one of these filters would lose or invent a part of the sum: so none
 * is made for one. A direction has no middle and is no state: so neither median nor hampel nor debounce is.
 */
public sealed interface FilterSettings {

    /** The names of all filters. */
    List<String> NAMES =
            List.of(Median.NAME, Hampel.NAME, Exponential.NAME, Deadband.NAME, RateLimit.NAME, Debounce.NAME);

    /** The name of the filter in the configuration. */
    String name();

    /**
     * A filter that has seen nothing yet, for one series of this quantity.
     *
     * @throws IllegalArgumentException if the filter makes no sense for the quantity; says which and why
     */
    Filter create(Quantity quantity);

    /** The filter of this name with its usual settings; empty if there is none, or if it cannot do without a figure. */
    static Optional<FilterSettings> usual(String name) {
        return switch (name) {
            case Median.NAME -> Optional.of(Median.USUAL);
            case Hampel.NAME -> Optional.of(Hampel.USUAL);
            case Exponential.NAME -> Optional.of(Exponential.USUAL);
            case Debounce.NAME -> Optional.of(Debounce.USUAL);
            default -> Optional.empty();
        };
    }

    /**
     * The middle one of the last values: takes single outliers out, keeps edges, comes half a window late. Tukey 1977,
     * "Exploratory Data Analysis", chapter 7. The flag stays.
     *
     * @param count of values, the current one among them, {@value #MIN_COUNT} to {@value #MAX_COUNT}; of an even number
     *     the mean of the middle two
     */
    record Median(int count) implements FilterSettings {

        public static final String NAME = "median";
        public static final int MIN_COUNT = 3;
        public static final int MAX_COUNT = 101;
        public static final Median USUAL = new Median(5);

        /** Checks the number. */
        public Median {
            Suitability.requireCount(NAME, count);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Filter create(Quantity quantity) {
            Suitability.requireLevel(NAME, quantity);
            return new MedianFilter(count);
        }
    }

    /**
     * Takes outliers out and leaves all else as it is: a value that lies further from the median of the last values than
     * {@code k} times their scatter becomes the median, and suspect. The scatter is 1.4826 times the median of the
     * distances from the median (MAD), which is the standard deviation of a normal distribution. Hampel 1974, "The
     * Influence Curve and its Role in Robust Estimation", J. Am. Stat. Assoc. 69, 383; Pearson 2002, "Outliers in Process
     * Modeling and Identification", IEEE Trans. Control Syst. Technol. 10, 55; with no look ahead.
     *
     * <p>A MAD of 0 means that more than half of the values are equal, as with a coarse sensor or melting snow. By the
     * formula every change would be an outlier then. So the scatter is taken as {@value #LEAST_SCATTER_SHARE} of the
     * quantity's plausible range, which is about what sensors resolve; of a quantity with no known range nothing is
     * replaced then.
     *
     * @param count of values, the current one among them, {@value Median#MIN_COUNT} to {@value Median#MAX_COUNT}
     * @param k scatters that a value may lie off, above 0
     */
    record Hampel(int count, double k) implements FilterSettings {

        public static final String NAME = "hampel";
        public static final Hampel USUAL = new Hampel(7, 3);
        static final double LEAST_SCATTER_SHARE = 0.001;

        /** Checks both numbers. */
        public Hampel {
            Suitability.requireCount(NAME, count);
            Suitability.requireAboveZero(NAME, "k", k);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Filter create(Quantity quantity) {
            Suitability.requireLevel(NAME, quantity);
            return new HampelFilter(count, k, leastScatter(quantity));
        }

        private static double leastScatter(Quantity quantity) {
            return quantity.isUnbounded()
                    ? Double.POSITIVE_INFINITY
                    : LEAST_SCATTER_SHARE * (quantity.max() - quantity.min());
        }
    }

    /**
     * Exponentially weighted mean: a value counts 1 − exp(−Δt/τ) after a pause of Δt, so that uneven sampling does not
     * change how fast it follows. Zumbach and Müller 2001, "Operators on Inhomogeneous Time Series", Int. J. Theor. Appl.
     * Finance 4, 147 (next-point interpolation). Directions are averaged as unit vectors. The flag stays: that of the
     * newest value.
     *
     * @param tauMillis τ, milliseconds, above 0: after a step 63 % of it is reached after τ, 95 % after 3 τ
     */
    record Exponential(long tauMillis) implements FilterSettings {

        public static final String NAME = "ewma";
        public static final Exponential USUAL = new Exponential(30_000);

        /** Checks the time. */
        public Exponential {
            Suitability.requireTime(NAME, "time constant", tauMillis);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Filter create(Quantity quantity) {
            Suitability.requireNoAmount(NAME, quantity);
            return Suitability.isCircular(quantity)
                    ? new CircularExponentialFilter(tauMillis)
                    : new ExponentialFilter(tauMillis);
        }
    }

    /**
     * Holds back what says nothing new: a value goes on if it lies further than {@code delta} from the last one that did
     * (OPC UA part 4, "AbsoluteDeadband"), if that is {@code heartbeatMillis} ago, if its flag is another, or if one that
     * was not usable came between. Directions are compared the short way round. Values and flags stay.
     *
     * @param delta in the unit of the quantity, 0 or more; 0 lets every change through
     * @param heartbeatMillis longest silence, milliseconds, above 0
     */
    record Deadband(double delta, long heartbeatMillis) implements FilterSettings {

        public static final String NAME = "deadband";
        public static final long USUAL_HEARTBEAT_MILLIS = 600_000;

        /** Checks both numbers. */
        public Deadband {
            if (!(delta >= 0) || Double.isInfinite(delta)) {
                throw new IllegalArgumentException("filter deadband: delta " + delta + " is not a number from 0 up");
            }
            Suitability.requireTime(NAME, "heartbeat", heartbeatMillis);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Filter create(Quantity quantity) {
            Suitability.requireNoAmount(NAME, quantity);
            return new DeadbandFilter(delta, heartbeatMillis, Suitability.isCircular(quantity));
        }
    }

    /**
     * Lets the value move no faster than this (slew rate limiter). One that is further off is replaced by the nearest that
     * can be reached and becomes suspect, as it is not what was measured. Directions move the short way round.
     *
     * @param change in the unit of the quantity, above 0
     * @param perMillis the time that {@code change} takes, milliseconds, above 0
     */
    record RateLimit(double change, long perMillis) implements FilterSettings {

        public static final String NAME = "rate-limit";

        /** Checks both numbers. */
        public RateLimit {
            Suitability.requireAboveZero(NAME, "change", change);
            Suitability.requireTime(NAME, "time", perMillis);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Filter create(Quantity quantity) {
            Suitability.requireNoAmount(NAME, quantity);
            return new RateLimitFilter(change / perMillis, Suitability.isCircular(quantity));
        }
    }

    /**
     * For states such as a contact: a new state is taken when it has lasted this long; until then the old one stands in
     * its place. A state is found to have lasted by the samples that repeat it, so it is of use where the state is read
     * again and again. The flag stays, as bouncing is what contacts do.
     *
     * @param millis milliseconds, above 0
     */
    record Debounce(long millis) implements FilterSettings {

        public static final String NAME = "debounce";
        public static final Debounce USUAL = new Debounce(2000);

        /** Checks the time. */
        public Debounce {
            Suitability.requireTime(NAME, "time", millis);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Filter create(Quantity quantity) {
            Suitability.requireLevel(NAME, quantity);
            return new DebounceFilter(millis);
        }
    }
}
