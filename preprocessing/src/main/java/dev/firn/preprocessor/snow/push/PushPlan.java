package dev.firn.preprocessor.snow.push;

import java.util.List;

/**
 * All that is to be pushed to bring the slope as near to its targets as its snow allows.
 *
 * @param pushes in the order of their first cells
 * @param surplus m³ that lie above the targets
 * @param deficit m³ that lack
 */
public record PushPlan(List<Push> pushes, double surplus, double deficit) {

    /** Nothing to push. */
    public static final PushPlan EMPTY = new PushPlan(List.of(), 0, 0);

    /** Copies the pushes. */
    public PushPlan {
        pushes = List.copyOf(pushes);
    }

    /** m³ pushed: the lesser of surplus and deficit, unless obstacles part them. */
    public double volume() {
        return pushes.stream().mapToDouble(Push::volume).sum();
    }

    /** m³ times level metres. */
    public double work() {
        return pushes.stream().mapToDouble(Push::work).sum();
    }
}
