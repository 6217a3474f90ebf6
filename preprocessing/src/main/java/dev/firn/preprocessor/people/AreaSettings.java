package dev.firn.preprocessor.people;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An area whose people are counted at its entries and exits.
 *
 * @param id it is a sensor's id in the derived series
 * @param name for people
 * @param hectares its size; empty where crowding is not asked for
 * @param difficulty how hard it is
 * @param gladesShare share of the usual density that it takes: 1 on an open run, 0.15 to 0.3 between trees
 * @param zone its time zone
 * @param resetAt time of day when it is known to be empty
 * @param opensAt time of day until which it is known to be empty
 * @param in series that count people in
 * @param out series that count people out
 * @param error how far its counters can be off
 * @param calibration with which it begins
 */
public record AreaSettings(
        String id,
        String name,
        OptionalDouble hectares,
        Difficulty difficulty,
        double gladesShare,
        ZoneId zone,
        LocalTime resetAt,
        LocalTime opensAt,
        List<String> in,
        List<String> out,
        CountError error,
        Calibration calibration) {

    /** Share of the open run's density between trees: the middle of the guideline's 15 to 30 %. */
    public static final double GLADES_SHARE = 0.225;

    /** Checks that there are counters, each of them once, and that the size is one. */
    public AreaSettings {
        in = List.copyOf(in);
        out = List.copyOf(out);
        if (hectares.isPresent() && !(hectares.getAsDouble() > 0)) {
            throw new IllegalArgumentException(
                    "size of area " + id + ": " + hectares.getAsDouble() + " ha is not above 0");
        }
        if (!(gladesShare > 0 && gladesShare <= 1)) {
            throw new IllegalArgumentException("glades share of area " + id + ": " + gladesShare + " is not in (0, 1]");
        }
    }

    /** People that the area takes: its size times the upper limit of its difficulty; empty where its size is not known. */
    public OptionalDouble peopleLimit() {
        return hectares.isPresent()
                ? OptionalDouble.of(hectares.getAsDouble() * difficulty.mostPerHectare() * gladesShare)
                : OptionalDouble.empty();
    }
}
