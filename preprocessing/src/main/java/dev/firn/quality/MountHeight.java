package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;

/**
 * Snow that reaches into the blind zone of the sensor above it cannot be measured: the value fails.
 *
 * @param metres height of the sensor above the ground, above {@code blindMetres}
 * @param blindMetres distance below which the sensor sees nothing, 0 or above
 */
public record MountHeight(double metres, double blindMetres) implements Rule {

    /** Checks that there is room for snow. */
    public MountHeight {
        if (!(blindMetres >= 0 && metres > blindMetres && metres < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("mount height of " + metres + " m with a blind zone of " + blindMetres
                    + " m: want the height above the blind zone, and that 0 or above");
        }
    }

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        double greatest = metres - blindMetres;
        return sample -> {
            if (sample.value() > greatest) {
                sample.worsen(QualityFlag.FAIL, Reason.BEYOND_MOUNT);
            }
        };
    }
}
