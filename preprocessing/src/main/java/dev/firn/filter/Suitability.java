package dev.firn.filter;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Quantity.Kind;

/** What filters refuse: figures that mean nothing, and quantities that they would spoil. */
final class Suitability {

    private Suitability() {}

    static boolean isCircular(Quantity quantity) {
        return quantity.kind() == Kind.DIRECTION;
    }

    static void requireLevel(String filter, Quantity quantity) {
        requireNoAmount(filter, quantity);
        if (isCircular(quantity)) {
            throw new IllegalArgumentException("filter " + filter + " of " + quantity.name()
                    + ": a direction has no middle and is no state; want ewma, deadband or rate-limit");
        }
    }

    static void requireNoAmount(String filter, Quantity quantity) {
        if (quantity.kind() == Kind.AMOUNT) {
            throw new IllegalArgumentException("filter " + filter + " of " + quantity.name()
                    + ": an amount is summed, and a filter would lose or invent a part of it; leave it out");
        }
    }

    static void requireCount(String filter, int count) {
        if (count < FilterSettings.Median.MIN_COUNT || count > FilterSettings.Median.MAX_COUNT) {
            throw new IllegalArgumentException("filter " + filter + ": count " + count + " is not between "
                    + FilterSettings.Median.MIN_COUNT + " and " + FilterSettings.Median.MAX_COUNT);
        }
    }

    static void requireAboveZero(String filter, String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "filter " + filter + ": " + what + " " + value + " is not a finite number above 0");
        }
    }

    static void requireTime(String filter, String what, long millis) {
        if (millis <= 0) {
            throw new IllegalArgumentException("filter " + filter + ": " + what + " " + millis + " ms is not above 0");
        }
    }
}
