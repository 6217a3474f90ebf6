package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.Advice.Severity;
import dev.firn.preprocessor.snow.TiltSettings.Thresholds;
import java.util.Optional;

/** One angle of the groomer against its two thresholds. For one thread. */
final class TiltWatch {

    private final TiltAxis axis;
    private final Thresholds thresholds;
    private final TripPoint caution;
    private final TripPoint limit;
    private boolean isBeyondCaution;
    private boolean isBeyondLimit;
    private double degrees = Double.NaN;

    TiltWatch(TiltAxis axis, TiltSettings settings) {
        this.axis = axis;
        thresholds = axis.thresholds(settings);
        caution = new TripPoint(thresholds.caution(), settings.hysteresis(), settings.holdMillis());
        limit = new TripPoint(thresholds.limit(), settings.hysteresis(), settings.holdMillis());
    }

    /** Takes a good reading; to which side it leans does not matter. */
    void accept(long timeMillis, double angle) {
        degrees = angle;
        isBeyondCaution = caution.accept(timeMillis, Math.abs(angle));
        isBeyondLimit = limit.accept(timeMillis, Math.abs(angle));
    }

    TiltAxis axis() {
        return axis;
    }

    /** The last good angle; NaN before the first. */
    double degrees() {
        return degrees;
    }

    /** What is to be said of it. */
    Optional<Warning> warning(String groomer) {
        if (isBeyondLimit) {
            String text = "Stop: the " + angle() + " is beyond the limit of " + Rounded.text(thresholds.limit(), 1);
            return Optional.of(new Warning(axis.word() + "-limit", groomer, Severity.ALARM, text + " degrees."));
        }
        if (isBeyondCaution) {
            String text = "Careful: the " + angle() + " comes near the limit of " + Rounded.text(thresholds.limit(), 1);
            return Optional.of(new Warning(axis.word() + "-caution", groomer, Severity.WARNING, text + " degrees."));
        }
        return Optional.empty();
    }

    private String angle() {
        return axis.text() + " of " + Rounded.text(Math.abs(degrees), 0) + " degrees";
    }
}
