package dev.firn.derived;

/**
 * How a tilt sensor sits on its vehicle, degrees: the pitch and roll that it shows while the vehicle stands on level
 * ground, and how far its x axis then points to the left of straight ahead. Undoing the three in the order roll, pitch,
 * yaw gives what a sensor would feel that sits straight.
 */
final class Mounting {

    private final double pitch;
    private final double roll;
    private final double yaw;

    Mounting(double pitchDegrees, double rollDegrees, double yawDegrees) {
        pitch = Math.toRadians(pitchDegrees);
        roll = Math.toRadians(rollDegrees);
        yaw = Math.toRadians(yawDegrees);
    }

    Tilt straightened(Tilt felt) {
        return turned(pitched(rolled(felt)));
    }

    private Tilt rolled(Tilt felt) {
        double cosine = Math.cos(roll);
        double sine = Math.sin(roll);
        return new Tilt(felt.x(), felt.y() * cosine - felt.z() * sine, felt.y() * sine + felt.z() * cosine);
    }

    private Tilt pitched(Tilt felt) {
        double cosine = Math.cos(pitch);
        double sine = Math.sin(pitch);
        return new Tilt(felt.x() * cosine + felt.z() * sine, felt.y(), felt.z() * cosine - felt.x() * sine);
    }

    private Tilt turned(Tilt felt) {
        double cosine = Math.cos(yaw);
        double sine = Math.sin(yaw);
        return new Tilt(felt.x() * cosine - felt.y() * sine, felt.x() * sine + felt.y() * cosine, felt.z());
    }
}
