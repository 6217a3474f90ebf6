package dev.firn.sensor.replay;

import java.math.BigDecimal;

/**
 * {@code value * factor + shift}, in exact decimal arithmetic, so that 277.25 K is 4.1 Cel and not 4.100000000000023.
 *
 * @param factor by which a raw value is multiplied first
 * @param shift what is added then
 */
record LinearConversion(BigDecimal factor, BigDecimal shift) {

    static final LinearConversion NONE = new LinearConversion(BigDecimal.ONE, BigDecimal.ZERO);

    BigDecimal apply(BigDecimal value) {
        return equals(NONE) ? value : value.multiply(factor).add(shift);
    }

    /** This conversion and then the other, as one. */
    LinearConversion then(LinearConversion next) {
        return new LinearConversion(factor.multiply(next.factor), next.apply(shift));
    }
}
