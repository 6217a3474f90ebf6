package dev.firn.power;

import java.util.List;

/**
 * Which temperature of the processor calls for which power level.
 *
 * @param tripPoints at least one; temperature and severity rise from each to the next
 * @param hysteresisKelvin how far below its trip point the processor has to cool before a level is left, above 0
 * @param dwellMillis how long a level lasts at least before a milder one follows, milliseconds, at least 0
 */
public record ThermalPolicy(List<TripPoint> tripPoints, double hysteresisKelvin, long dwellMillis) {

    /**
     * For boards that the firmware throttles from 80 °C on, all but the 3B+. It acts before the firmware does,
     * because a throttling firmware ignores the clock that it is asked for (raspberrypi/linux issue 5875).
     */
    public static final ThermalPolicy STANDARD = new ThermalPolicy(
            List.of(
                    new TripPoint(70, PowerLevel.ECO),
                    new TripPoint(75, PowerLevel.LOW),
                    new TripPoint(80, PowerLevel.SURVIVAL)),
            5,
            60_000);

    /** Checks the order of the trip points, and copies them. */
    public ThermalPolicy {
        tripPoints = List.copyOf(tripPoints);
        if (tripPoints.isEmpty()) {
            throw new IllegalArgumentException("thermal policy: no trip points");
        }
        if (!Double.isFinite(hysteresisKelvin) || hysteresisKelvin <= 0) {
            throw new IllegalArgumentException(
                    "thermal policy: hysteresis of " + hysteresisKelvin + " K is not above 0");
        }
        if (dwellMillis < 0) {
            throw new IllegalArgumentException("thermal policy: dwell of " + dwellMillis + " ms is negative");
        }
        for (int i = 1; i < tripPoints.size(); i++) {
            checkRising(tripPoints.get(i - 1), tripPoints.get(i));
        }
    }

    private static void checkRising(TripPoint lower, TripPoint upper) {
        if (upper.celsius() <= lower.celsius() || !upper.level().isBelow(lower.level())) {
            throw new IllegalArgumentException("thermal policy: " + upper.level() + " at " + upper.celsius()
                    + " °C after " + lower.level() + " at " + lower.celsius() + " °C: want both to rise");
        }
    }
}
