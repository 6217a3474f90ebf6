package dev.firn.sensor.tilt;

import dev.firn.sensor.Measured;
import dev.firn.sensor.SensorFaultException;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Judges the accelerations of one part, one after the other. Angles hold only where gravity alone is felt: while a
 * machine bumps or brakes they are suspect. A part that goes on saying one and the same impossible thing is dead. One
 * thread uses it.
 */
public final class TiltWatch {

    /** What every part publishes, in this order. */
    public static final List<Quantity> QUANTITIES = List.of(
            Quantity.ACCELERATION_X,
            Quantity.ACCELERATION_Y,
            Quantity.ACCELERATION_Z,
            Quantity.PITCH,
            Quantity.ROLL,
            Quantity.SLOPE);

    /** In g. */
    private static final double LEAST_AT_REST = 0.5;

    /** In g. */
    private static final double MOST_AT_REST = 1.5;

    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

    private @Nullable Acceleration impossible;
    private long impossibleSince;

    /**
     * What an acceleration says.
     *
     * @param clipped whether an axis was at the end of the part's range
     * @param timeNanos when, in the time of {@link System#nanoTime}
     * @throws SensorFaultException if there is no acceleration at all, or the same impossible one for a second
     */
    public List<Measured> judge(Acceleration acceleration, boolean clipped, long timeNanos) {
        if (acceleration.gravities() == 0) {
            throw new SensorFaultException("reads as no acceleration at all, not even gravity");
        }
        boolean resting = isAtRest(acceleration);
        watch(acceleration, resting, timeNanos);
        String axes = clipped ? "an axis is at the end of its range" : "";
        String angles = resting ? axes : words(acceleration) + ", not gravity alone: bump or braking";
        return List.of(
                measured(Quantity.ACCELERATION_X, acceleration.x(), axes),
                measured(Quantity.ACCELERATION_Y, acceleration.y(), axes),
                measured(Quantity.ACCELERATION_Z, acceleration.z(), axes),
                measured(Quantity.PITCH, acceleration.pitch(), angles),
                measured(Quantity.ROLL, acceleration.roll(), angles),
                measured(Quantity.SLOPE, acceleration.slope(), angles));
    }

    private void watch(Acceleration acceleration, boolean resting, long timeNanos) {
        if (resting) {
            impossible = null;
        } else if (!acceleration.equals(impossible)) {
            impossible = acceleration;
            impossibleSince = timeNanos;
        } else if (timeNanos - impossibleSince > PATIENCE_NANOS) {
            throw new SensorFaultException("frozen at " + words(acceleration) + " for more than a second");
        }
    }

    private static boolean isAtRest(Acceleration acceleration) {
        return acceleration.gravities() >= LEAST_AT_REST && acceleration.gravities() <= MOST_AT_REST;
    }

    private static String words(Acceleration acceleration) {
        return String.format(Locale.ROOT, "%.2f g", acceleration.gravities());
    }

    private static Measured measured(Quantity quantity, double value, String doubt) {
        return doubt.isEmpty() ? Measured.of(quantity, value) : Measured.suspect(quantity, value, doubt);
    }
}
