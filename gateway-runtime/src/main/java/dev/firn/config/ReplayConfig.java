package dev.firn.config;

import dev.firn.sensor.replay.ReplaySource;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The recordings that stand in for sensors. They share one clock, hence one speed and one end.
 *
 * @param sources the recordings, in the order of the file
 * @param speed recorded seconds per second; empty for as fast as the outbox takes it
 * @param then what follows the last row
 */
public record ReplayConfig(List<ReplaySource> sources, OptionalDouble speed, Then then) implements SensorsConfig {

    /** What follows the last row of the last recording. */
    public enum Then {
        /** Close the windows, send everything, end the process. */
        STOP,
        /** Begin again, re-dated so that time goes on. */
        REPEAT,
        /** Close the windows and stay. */
        WAIT
    }

    /** Copies the list. */
    public ReplayConfig {
        sources = List.copyOf(sources);
    }

    @Override
    public int count() {
        return sources.size();
    }
}
