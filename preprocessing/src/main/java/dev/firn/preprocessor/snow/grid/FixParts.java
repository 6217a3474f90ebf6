package dev.firn.preprocessor.snow.grid;

import java.util.Optional;

/**
 * Puts a fix together from a latitude and a longitude of the same time, unless the receiver admits too large an error. For
 * one thread.
 */
final class FixParts {

    private static final long NEVER = Long.MIN_VALUE / 2;
    // Ours: a receiver that tells its error does so with each fix or every few.
    private static final long ERROR_HOLDS_MILLIS = 10_000;

    private final TrackSettings settings;
    private long latitudeAt = NEVER;
    private double latitude;
    private long longitudeAt = NEVER;
    private double longitude;
    private long errorAt = NEVER;
    private double error;

    FixParts(TrackSettings settings) {
        this.settings = settings;
    }

    Optional<Position> latitude(long timeMillis, double degrees) {
        latitudeAt = timeMillis;
        latitude = degrees;
        return position();
    }

    Optional<Position> longitude(long timeMillis, double degrees) {
        longitudeAt = timeMillis;
        longitude = degrees;
        return position();
    }

    void error(long timeMillis, double metres) {
        errorAt = timeMillis;
        error = metres;
    }

    private Optional<Position> position() {
        boolean coarse = error > settings.worstErrorMetres() && latitudeAt - errorAt <= ERROR_HOLDS_MILLIS;
        return latitudeAt == longitudeAt && !coarse ? Optional.of(new Position(latitude, longitude)) : Optional.empty();
    }
}
