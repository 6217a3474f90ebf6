package dev.firn.source.mqtt;

import java.time.Duration;

/** Counts messages that say nothing of use, and tells of them once a minute at most. For one thread. */
final class Unreadable {

    private static final long BETWEEN_NANOS = Duration.ofMinutes(1).toNanos();

    private final String source;
    private final SourceListener listener;
    private long count;
    private boolean told;
    private long toldNanos;

    Unreadable(String source, SourceListener listener) {
        this.source = source;
        this.listener = listener;
    }

    void add(String topic, String reason, long nowNanos) {
        count++;
        if (!told || nowNanos - toldNanos >= BETWEEN_NANOS) {
            listener.unreadable(source, topic, reason, count);
            told = true;
            toldNanos = nowNanos;
            count = 0;
        }
    }
}
