package dev.firn.preprocessor.people;

/**
 * What a day's counts leave when the area is known to be empty.
 *
 * @param in people counted in since it was last known to be empty
 * @param out people counted out
 * @param leftover people in the area by the calibrated count, although there is nobody; 0 or more
 * @param calibration in by out as learnt so far, this day with it
 */
public record Drift(long in, long out, double leftover, double calibration) {

    /** People counted in and not out. */
    public long people() {
        return in - out;
    }

    /** The same in percent of those counted in; NaN where there was nobody. */
    public double percent() {
        return in == 0 ? Double.NaN : 100.0 * people() / in;
    }
}
