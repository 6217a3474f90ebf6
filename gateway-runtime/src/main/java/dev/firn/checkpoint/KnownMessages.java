package dev.firn.checkpoint;

import dev.firn.source.Delivery;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest messages of every source. For one thread. */
final class KnownMessages {

    private static final int MOST_SOURCES = 1000;

    private final Map<String, RecentMessages> bySource = new LinkedHashMap<>();

    /** Whether this was delivered before, and is only sent again. */
    boolean has(Delivery delivery) {
        return delivery.again() && of(delivery.receipt().source()).has(delivery.messageId(), delivery.checksum());
    }

    /** Whether any source has ever brought something. */
    boolean isOfSomebody() {
        return !bySource.isEmpty();
    }

    void add(String source, int messageId, int checksum) {
        of(source).add(messageId, checksum);
    }

    byte[] save() {
        StateWriter state = new StateWriter().put((long) bySource.size());
        bySource.forEach((source, messages) -> {
            state.put(source);
            messages.save(state);
        });
        return state.toBytes();
    }

    void restore(byte[] saved) {
        StateReader state = new StateReader(saved);
        int sources = state.getInt(0, MOST_SOURCES);
        for (int read = 0; read < sources; read++) {
            of(state.getText()).restore(state);
        }
    }

    private RecentMessages of(String source) {
        return bySource.computeIfAbsent(source, _ -> new RecentMessages());
    }
}
