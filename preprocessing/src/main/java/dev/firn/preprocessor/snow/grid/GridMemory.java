package dev.firn.preprocessor.snow.grid;

/**
 * What a grid keeps of the depths it is given. The defaults are ours.
 *
 * @param readings how many of a cell's last depths its median is of, 1 to {@value #MOST_READINGS}; default 5, the number of
 *     echoes that the makers of ultrasonic sensors advise
 * @param passMillis how much older than the newest of a cell a depth may be to count in its median, from 0; default 2
 *     minutes: what is older is of an earlier pass, and the snow has been moved since
 * @param forgetMillis after how long without a depth a cell has none any more, above 0; default 12 hours, a night
 */
public record GridMemory(int readings, long passMillis, long forgetMillis) {

    /** Most depths of a cell. */
    public static final int MOST_READINGS = 99;

    /** 5 readings, 2 minutes, 12 hours. */
    public static final GridMemory DEFAULT = new GridMemory(5, 120_000, 43_200_000);

    /** Checks the ranges. */
    public GridMemory {
        if (readings < 1 || readings > MOST_READINGS) {
            throw new IllegalArgumentException("median of " + readings + " readings: want 1 to " + MOST_READINGS);
        }
        if (passMillis < 0 || forgetMillis <= 0) {
            throw new IllegalArgumentException("a pass of " + passMillis + " ms, forgotten after " + forgetMillis
                    + " ms: want 0 or more, and more than 0");
        }
    }
}
