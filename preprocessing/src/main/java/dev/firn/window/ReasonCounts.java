package dev.firn.window;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.Reason;
import java.util.EnumMap;
import java.util.Map;

/** How many readings are not good for which reason. For one thread. */
final class ReasonCounts implements Stateful {

    // An array of one, so that counting makes no garbage. Bad readings are few, so the map is made when one comes.
    private Map<Reason, long[]> counts = Map.of();

    void add(Reason reason) {
        if (reason != Reason.NONE) {
            add(reason, 1);
        }
    }

    private void add(Reason reason, long more) {
        if (counts.isEmpty()) {
            counts = new EnumMap<>(Reason.class);
        }
        counts.computeIfAbsent(reason, _ -> new long[1])[0] += more;
    }

    void clear() {
        counts = Map.of();
    }

    /** Of each reason that occurred, in the order of their declaration, how often. */
    Map<Reason, Long> toMap() {
        if (counts.isEmpty()) {
            return Map.of();
        }
        Map<Reason, Long> map = new EnumMap<>(Reason.class);
        counts.forEach((reason, count) -> map.put(reason, count[0]));
        return map;
    }

    // By name, so that a later version may have more of them.
    @Override
    public void save(StateWriter state) {
        state.put((long) counts.size());
        toMap().forEach((reason, count) -> state.put(reason).put(count.longValue()));
    }

    @Override
    public void restore(StateReader state) {
        counts = Map.of();
        int size = state.getInt(0, Reason.values().length);
        for (int read = 0; read < size; read++) {
            add(state.getEnum(Reason.class), state.getLong(1, Long.MAX_VALUE));
        }
    }
}
