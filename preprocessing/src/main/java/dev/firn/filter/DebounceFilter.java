package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Sample;

/**
 * {@link FilterSettings.Debounce}. The first state is taken at once. A sample that is older than the last gets the state
 * that holds, and nothing is concluded from it. For one thread.
 */
final class DebounceFilter implements Filter {

    private final long millis;

    private boolean started;
    private long latestMillis;
    private double state;
    // The state that may become the next one, and since when it lasts; equal to the state that holds while there is
    // none.
    private double candidate;
    private long sinceMillis;

    DebounceFilter(long millis) {
        this.millis = millis;
    }

    @Override
    public boolean apply(Sample sample) {
        if (sample.isUsable()) {
            take(sample);
            sample.replaceValue(state);
        }
        return true;
    }

    private void take(Sample sample) {
        if (!started) {
            start(sample.value());
        } else if (sample.timeMillis() < latestMillis) {
            return;
        }
        latestMillis = sample.timeMillis();
        weigh(sample.value());
    }

    private void start(double first) {
        started = true;
        state = first;
        candidate = first;
    }

    private void weigh(double value) {
        if (value != candidate) {
            candidate = value;
            sinceMillis = latestMillis;
        } else if (candidate != state && (double) latestMillis - sinceMillis >= millis) {
            state = candidate;
        }
    }

    @Override
    public void save(StateWriter writer) {
        writer.put(started).put(latestMillis).put(state).put(candidate).put(sinceMillis);
    }

    @Override
    public void restore(StateReader reader) {
        started = reader.getBoolean();
        latestMillis = reader.getLong();
        state = Saved.finite(reader.getDouble());
        candidate = Saved.finite(reader.getDouble());
        sinceMillis = reader.getLong();
    }
}
