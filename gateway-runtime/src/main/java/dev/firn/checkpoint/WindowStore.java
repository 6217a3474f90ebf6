package dev.firn.checkpoint;

import dev.firn.pipeline.Pipeline;
import dev.firn.source.Delivery;
import dev.firn.telemetry.Summary;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the open windows, and what tests and filters remember, for the next start. All of it belongs to the loop's thread and
 * but for {@link #takeUp} and {@link #keep} waits for nothing.
 */
public interface WindowStore {

    /** Keeps nothing: a replay begins anew each time. */
    WindowStore NONE = new WindowStore() {
        @Override
        public Optional<String> takeUp(Pipeline pipeline, Consumer<Summary> closed) {
            return Optional.empty();
        }

        @Override
        public boolean enter(Delivery delivery, long timeMillis) {
            return true;
        }

        @Override
        public void timePasses(Pipeline pipeline, long millis) {
            // Is remembered nowhere.
        }

        @Override
        public void beginAnew(Pipeline pipeline) {
            // Nothing is kept.
        }

        @Override
        public void glance(Pipeline pipeline) {
            // Nothing is kept.
        }

        @Override
        public boolean keep(Pipeline pipeline) {
            return false;
        }
    };

    /**
     * Lets a pipeline that has seen nothing go on with what was kept, once.
     *
     * @param closed takes the summaries that come of it and have not left before
     * @return what is wrong with it; empty if nothing is, or if nothing was kept
     */
    Optional<String> takeUp(Pipeline pipeline, Consumer<Summary> closed);

    /**
     * A delivery whose readings go into the pipeline next; its source is told once it is safe. After {@link #takeUp}.
     *
     * @param timeMillis the time of its readings
     * @return whether it is new; one that was entered before, maybe before a crash, must not be counted again
     */
    boolean enter(Delivery delivery, long timeMillis);

    /** The time that the pipeline advances to next. */
    void timePasses(Pipeline pipeline, long millis);

    /** This pipeline stands in the place of the one before, of which nothing is to be taken up any more. */
    void beginAnew(Pipeline pipeline);

    /** Writes a checkpoint, elsewhere, if it is time for one. */
    void glance(Pipeline pipeline);

    /** Writes the last checkpoint; {@return whether it is safe} */
    boolean keep(Pipeline pipeline);
}
