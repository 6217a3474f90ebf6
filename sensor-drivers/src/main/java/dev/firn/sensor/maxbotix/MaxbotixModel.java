package dev.firn.sensor.maxbotix;

import dev.firn.sensor.Measured;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.SettingType;
import dev.firn.telemetry.Quantity;

/**
 * What the numbers of a MaxBotix sensor mean, by how far it reaches. Source: MaxBotix data sheets HRXL-MaxSonar-WR
 * (PD11837) and HRXL-MaxSonar-WRS (PD11839), "Pin out description" and "Range output".
 */
enum MaxbotixModel {
    /** MB7360, MB7369, MB7380, MB7389 and those of their kind. */
    FIVE_METRES("5m", 0.3, 4.999),
    /** MB7363, MB7366, MB7383, MB7386 and those of their kind. */
    TEN_METRES("10m", 0.5, 9.998);

    /** How the configuration names them. */
    static final SettingType<MaxbotixModel> SETTING = text -> {
        for (MaxbotixModel model : values()) {
            if (text.equals(model.reach)) {
                return model;
            }
        }
        throw new SettingException("is not one of the choices", "choose one of: 5m, 10m");
    };

    private static final int OTHER_NEAREST = 500;

    /** At and below this distance it cannot measure, in m. */
    final double nearest;

    /** In m; a millimetre more stands for "no target". */
    final double farthest;

    private final String reach;

    MaxbotixModel(String reach, double nearest, double farthest) {
        this.reach = reach;
        this.nearest = nearest;
        this.farthest = farthest;
    }

    /** What one frame says. */
    Measured distance(int millimetres) {
        double metres = millimetres / 1000.0;
        if (metres > farthest) {
            return Measured.missing(Quantity.DISTANCE, "no target");
        }
        // Some of the 5 m kind have their nearest at 500 mm, and say so for whatever is nearer.
        return metres <= nearest || millimetres == OTHER_NEAREST
                ? Measured.suspect(Quantity.DISTANCE, metres, "at the nearest that it can tell, or nearer")
                : Measured.of(Quantity.DISTANCE, metres);
    }
}
