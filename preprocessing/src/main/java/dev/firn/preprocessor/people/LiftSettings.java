package dev.firn.preprocessor.people;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A lift with a queue.
 *
 * @param id it is a sensor's id in the derived series
 * @param name for people
 * @param area the area in which its queue stands
 * @param capacityPerHour people per hour when every seat is taken
 * @param loadFactor share of the seats that is taken
 * @param queueSquareMetres room for the queue; empty where its tightness is not asked for
 * @param running series that is 1 while the lift runs; empty where nobody says so, and it is taken to run
 * @param carried series that counts those it takes up; empty where they are taken to be as many as it can
 * @param in series that count people into the queue
 */
public record LiftSettings(
        String id,
        String name,
        String area,
        double capacityPerHour,
        double loadFactor,
        OptionalDouble queueSquareMetres,
        Optional<String> running,
        Optional<String> carried,
        List<String> in) {

    /** Checks the capacity, the load and the room. */
    public LiftSettings {
        in = List.copyOf(in);
        if (!(capacityPerHour > 0) || !(loadFactor > 0 && loadFactor <= 1)) {
            throw new IllegalArgumentException(
                    "lift " + id + ": capacity " + capacityPerHour + " people/h with load factor " + loadFactor);
        }
        if (queueSquareMetres.isPresent() && !(queueSquareMetres.getAsDouble() > 0)) {
            throw new IllegalArgumentException(
                    "queue area of lift " + id + ": " + queueSquareMetres.getAsDouble() + " m2 is not above 0");
        }
    }
}
