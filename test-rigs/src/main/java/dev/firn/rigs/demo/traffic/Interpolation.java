package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.RigException;
import dev.firn.rigs.recompute.Kind;
import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A recorded series between its values: on the straight line from one to the next; a direction turns the short way. */
final class Interpolation {

    private static final double FULL_CIRCLE = 360;

    private final NavigableMap<Long, Double> values = new TreeMap<>();
    private final boolean circular;

    /** That of a series; where it says "no value", the line goes on. */
    Interpolation(Series series) {
        circular = series.kind() == Kind.DIRECTION;
        for (Sample sample : series.samples()) {
            sample.value().map(BigDecimal::doubleValue).ifPresent(value -> values.put(sample.timeMillis(), value));
        }
    }

    /**
     * The value at a time; a direction need not lie within 0 to 360.
     *
     * @throws RigException if nothing is recorded before or after it
     */
    double at(long timeMillis) {
        Map.Entry<Long, Double> before = values.floorEntry(timeMillis);
        Map.Entry<Long, Double> after = values.ceilingEntry(timeMillis);
        if (before == null || after == null) {
            throw new RigException("nothing is recorded on both sides of " + timeMillis + " ms");
        }
        long span = after.getKey() - before.getKey();
        double way = after.getValue() - before.getValue();
        double change = circular ? Math.IEEEremainder(way, FULL_CIRCLE) : way;
        return span == 0 ? before.getValue() : before.getValue() + change * (timeMillis - before.getKey()) / span;
    }
}
