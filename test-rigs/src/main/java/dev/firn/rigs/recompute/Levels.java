package dev.firn.rigs.recompute;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/** Statistics of decimal numbers in decimal arithmetic of 34 digits, in two passes. */
final class Levels {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final List<BigDecimal> ascending;

    Levels(List<BigDecimal> values) {
        ascending = values.stream().sorted().toList();
    }

    OptionalDouble sum() {
        return ascending.isEmpty() ? OptionalDouble.empty() : of(total());
    }

    OptionalDouble mean() {
        return ascending.isEmpty() ? OptionalDouble.empty() : of(exactMean());
    }

    OptionalDouble min() {
        return ascending.isEmpty() ? OptionalDouble.empty() : of(ascending.getFirst());
    }

    OptionalDouble max() {
        return ascending.isEmpty() ? OptionalDouble.empty() : of(ascending.getLast());
    }

    /** Of a sample (n − 1); empty below two values. */
    OptionalDouble deviation() {
        return ascending.size() < 2 ? OptionalDouble.empty() : of(exactDeviation());
    }

    /** By linear interpolation between the closest ranks, the first being 0 % and the last 100 %. */
    OptionalDouble percentile(double share) {
        return ascending.isEmpty() ? OptionalDouble.empty() : of(at(share * (ascending.size() - 1)));
    }

    private BigDecimal at(double rank) {
        int below = (int) Math.floor(rank);
        BigDecimal low = ascending.get(below);
        BigDecimal high = ascending.get(Math.min(below + 1, ascending.size() - 1));
        return high.subtract(low).multiply(new BigDecimal(rank - below)).add(low);
    }

    private BigDecimal total() {
        return ascending.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal exactMean() {
        return total().divide(new BigDecimal(ascending.size()), DIGITS);
    }

    private BigDecimal exactDeviation() {
        BigDecimal mean = exactMean();
        BigDecimal squares =
                ascending.stream().map(value -> value.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(new BigDecimal(ascending.size() - 1), DIGITS).sqrt(DIGITS);
    }

    private static OptionalDouble of(BigDecimal value) {
        return OptionalDouble.of(value.doubleValue());
    }
}
