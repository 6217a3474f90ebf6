package dev.firn.gateway;

import dev.firn.pipeline.Pipeline;
import dev.firn.telemetry.Summary;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the windows that are open at an orderly stop, and what tests and filters remember, for the next start. */
interface WindowStore {

    /** Keeps nothing: a replay begins anew each time. */
    WindowStore NONE = new WindowStore() {
        @Override
        public Optional<String> takeUp(Pipeline pipeline, Consumer<Summary> closed) {
            return Optional.empty();
        }

        @Override
        public boolean keep(Pipeline pipeline) {
            return false;
        }
    };

    /**
     * Lets a pipeline that has seen nothing go on with what was kept, once.
     *
     * @param closed takes what has no window any more
     * @return what is wrong with it; empty if nothing is, or if nothing was kept
     */
    Optional<String> takeUp(Pipeline pipeline, Consumer<Summary> closed);

    /** {@return whether it was kept} */
    boolean keep(Pipeline pipeline);
}
