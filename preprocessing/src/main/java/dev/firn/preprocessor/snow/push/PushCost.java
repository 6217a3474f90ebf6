package dev.firn.preprocessor.snow.push;

import dev.firn.preprocessor.snow.grid.LocalPlane;
import dev.firn.preprocessor.snow.grid.Point;

/**
 * What it costs to push a cubic metre from one place to another in a straight line, in level metres: the distance, and
 * more by the share of the way that leads uphill. Immutable.
 *
 * <p>{@code distance * (1 + (factor - 1) * max(0, cos(angle between the push and uphill)))}: ours. It is convex, so a way
 * around never costs less than the straight one.
 */
final class PushCost {

    private final LocalPlane plane;
    private final PushSettings settings;

    PushCost(LocalPlane plane, PushSettings settings) {
        this.plane = plane;
        this.settings = settings;
    }

    double of(Point from, Point to) {
        double distance = from.distanceTo(to);
        return settings.uphill().isEmpty() ? distance : distance * factor(from, to);
    }

    private double factor(Point from, Point to) {
        double offUphill = plane.course(from, to) - settings.uphill().getAsDouble();
        return 1 + (settings.uphillFactor() - 1) * Math.max(0, Math.cos(Math.toRadians(offUphill)));
    }
}
