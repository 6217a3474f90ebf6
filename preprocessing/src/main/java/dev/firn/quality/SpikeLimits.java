package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;

/**
 * The spike test of QARTOD: a value that lies far from the mean of its two neighbours is suspect, or fails. It needs the
 * value that comes after, so a series with this test is judged one reading late. The neighbours of a spike fail too: the
 * spike is what they are compared with.
 *
 * @param suspectAbove distance beyond which a value is suspect, in the quantity's unit, above 0
 * @param failAbove distance beyond which it fails, not below {@code suspectAbove}; infinite for never
 */
public record SpikeLimits(double suspectAbove, double failAbove) {

    /** Checks the order of the limits. */
    public SpikeLimits {
        if (!(suspectAbove > 0 && suspectAbove <= failAbove)) {
            throw new IllegalArgumentException("spike: suspect above " + suspectAbove + ", failed above " + failAbove
                    + ": want two numbers above 0, the lower first");
        }
    }

    /** Judges a sample between the values before and after it; a neighbour that is NaN leaves it alone. */
    public void judge(double before, Sample sample, double after) {
        double distance = Math.abs(sample.value() - (before + after) / 2);
        if (distance > failAbove) {
            sample.worsen(QualityFlag.FAIL, Reason.SPIKE);
        } else if (distance > suspectAbove) {
            sample.worsen(QualityFlag.SUSPECT, Reason.SPIKE);
        }
    }
}
