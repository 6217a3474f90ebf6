package dev.firn.power;

import java.util.Locale;

/**
 * Turns the temperature of the processor into a power level. Pure: time and temperature in, decision out; its state
 * belongs to one thread.
 *
 * <p>Heat is answered at once, by the level of the highest trip point reached. Cooling is believed slowly: a level is
 * left for the next milder one when the processor has cooled by the hysteresis below its trip point and the level
 * has lasted for the minimum dwell. So a board at the edge does not switch back and forth.
 */
public final class ThermalGovernor {

    private final ThermalPolicy policy;
    private int tripped; // trip points that apply, counted from the coolest
    private long enteredMillis;

    /** A governor at {@link PowerLevel#FULL}. */
    public ThermalGovernor(ThermalPolicy policy) {
        this.policy = policy;
    }

    /**
     * The level for this temperature.
     *
     * @param nowMillis monotonic time, milliseconds from any start; not before that of the last call
     * @param celsius temperature of the processor, °C
     * @throws IllegalArgumentException if the temperature is not a finite number
     */
    public LevelDecision decide(long nowMillis, double celsius) {
        if (!Double.isFinite(celsius)) {
            throw new IllegalArgumentException("temperature of the processor: " + celsius + " °C is not a number");
        }
        int reached = tripPointsReached(celsius);
        if (reached > tripped) {
            return enter(
                    reached,
                    nowMillis,
                    text("%.1f °C: the trip point of %.1f °C is reached", celsius, tripOf(reached)));
        }
        return tripped == 0
                ? stay(text("%.1f °C: below the trip point of %.1f °C", celsius, tripOf(1)))
                : decideCooling(nowMillis, celsius);
    }

    private LevelDecision decideCooling(long nowMillis, double celsius) {
        double releaseCelsius = tripOf(tripped) - policy.hysteresisKelvin();
        if (celsius > releaseCelsius) {
            return stay(text("%.1f °C: not cooled to %.1f °C yet", celsius, releaseCelsius));
        }
        long remainingMillis = policy.dwellMillis() - (nowMillis - enteredMillis);
        if (remainingMillis > 0) {
            return stay(text("%.1f °C: cooled, held for %.0f s more", celsius, Math.ceil(remainingMillis / 1000.0)));
        }
        return enter(tripped - 1, nowMillis, text("%.1f °C: cooled to %.1f °C", celsius, releaseCelsius));
    }

    private LevelDecision enter(int tripPoints, long nowMillis, String reason) {
        tripped = tripPoints;
        enteredMillis = nowMillis;
        return stay(reason);
    }

    private LevelDecision stay(String reason) {
        return new LevelDecision(level(), reason);
    }

    private PowerLevel level() {
        return tripped == 0
                ? PowerLevel.FULL
                : policy.tripPoints().get(tripped - 1).level();
    }

    private int tripPointsReached(double celsius) {
        return (int) policy.tripPoints().stream()
                .filter(trip -> celsius >= trip.celsius())
                .count();
    }

    private double tripOf(int tripPoint) {
        return policy.tripPoints().get(tripPoint - 1).celsius();
    }

    private static String text(String format, double celsius, double figure) {
        return String.format(Locale.ROOT, format, celsius, figure);
    }
}
