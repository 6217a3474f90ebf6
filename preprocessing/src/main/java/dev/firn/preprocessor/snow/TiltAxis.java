package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.snow.TiltSettings.Thresholds;
import dev.firn.telemetry.Quantity;
import java.util.Locale;
import java.util.Optional;

/** A way in which a groomer leans. */
enum TiltAxis {
    PITCH("pitch"),
    ROLL("side slope"),
    SLOPE("slope");

    private final String text;

    TiltAxis(String text) {
        this.text = text;
    }

    /** The axis that the quantity is of. */
    static Optional<TiltAxis> of(Quantity quantity) {
        for (TiltAxis axis : values()) {
            if (axis.word().equals(quantity.name())) {
                return Optional.of(axis);
            }
        }
        return Optional.empty();
    }

    Thresholds thresholds(TiltSettings settings) {
        return switch (this) {
            case PITCH -> settings.pitch();
            case ROLL -> settings.roll();
            case SLOPE -> settings.slope();
        };
    }

    String text() {
        return text;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
