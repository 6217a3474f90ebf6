package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.settings.Section;
import dev.firn.preprocessor.settings.Values;
import dev.firn.preprocessor.snow.TiltSettings.Thresholds;

/** Reads how far a groomer may lean. For one thread, used once. */
final class TiltSettingsReader {

    private static final double LEAST_DEGREES = 1;
    private static final double WIDEST_HYSTERESIS = 20;
    private static final long LONGEST_MILLIS = 60_000;

    private final Section root;

    TiltSettingsReader(Section root) {
        this.root = root;
    }

    TiltSettings read() {
        return root.section("tilt").map(this::tilt).orElse(TiltSettings.DEFAULT);
    }

    private TiltSettings tilt(Section tilt) {
        TiltSettings standard = TiltSettings.DEFAULT;
        return new TiltSettings(
                thresholds(tilt, "pitch", standard.pitch()),
                thresholds(tilt, "roll", standard.roll()),
                thresholds(tilt, "slope", standard.slope()),
                tilt.optional("hysteresis", Values.number(0, WIDEST_HYSTERESIS), standard.hysteresis()),
                tilt.optional("hold", Values.duration(0, LONGEST_MILLIS), standard.holdMillis()),
                tilt.optional("max-age", Values.duration(1000, LONGEST_MILLIS), standard.staleMillis()));
    }

    private static Thresholds thresholds(Section tilt, String key, Thresholds standard) {
        return tilt.section(key).map(section -> thresholds(section, standard)).orElse(standard);
    }

    private static Thresholds thresholds(Section section, Thresholds standard) {
        double caution =
                section.optional("caution", Values.number(LEAST_DEGREES, Thresholds.STEEPEST), standard.caution());
        double limit = section.optional("limit", Values.number(LEAST_DEGREES, Thresholds.STEEPEST), standard.limit());
        if (caution >= limit) {
            section.reject("caution", "is not below the limit, " + limit, "give one that is");
            return standard;
        }
        return new Thresholds(caution, limit);
    }
}
