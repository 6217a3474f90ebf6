package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.util.Optional;

/**
 * The gross range test of QARTOD: a value outside what can be true of the quantity at all (the sensor span) fails, one
 * outside what the user expects at this place (the user span) is suspect. The ends of a range are inside it.
 *
 * @param plausible outside it a value fails
 * @param user outside it a value is suspect; empty where the user has named no range
 */
public record GrossRange(Range plausible, Optional<Range> user) {

    /** The test of this quantity's plausible range, and of the user's where there is one. */
    public static GrossRange of(Quantity quantity, Optional<Range> user) {
        return new GrossRange(new Range(quantity.min(), quantity.max()), user);
    }

    /** The flag that the value earns by itself: good, suspect or fail. */
    public QualityFlag judge(double value) {
        if (!plausible.contains(value)) {
            return QualityFlag.FAIL;
        }
        boolean expected = user.isEmpty() || user.get().contains(value);
        return expected ? QualityFlag.GOOD : QualityFlag.SUSPECT;
    }
}
