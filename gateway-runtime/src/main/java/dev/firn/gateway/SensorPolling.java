package dev.firn.gateway;

import dev.firn.polling.Polling;
import dev.firn.polling.PollingListener;
import dev.firn.sensor.ConfiguredSensor;
import dev.firn.sensor.SensorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sensors as a source of readings. One thread. */
final class SensorPolling implements Acquisition {

    private final List<ConfiguredSensor> sensors;
    private final SensorContext context;
    private final PollingListener listener;
    private @Nullable Polling polling;

    SensorPolling(List<ConfiguredSensor> sensors, SensorContext context, PollingListener listener) {
        this.sensors = sensors;
        this.context = context;
        this.listener = listener;
    }

    @Override
    public void start() {
        polling = Polling.start(sensors, context, listener);
    }

    @Override
    public void stop() {
        Polling running = polling;
        polling = null;
        if (running != null) {
            running.close();
        }
    }
}
