package dev.firn.polling;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.QualityFlag;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what is heard, in words. */
final class Heard implements PollingListener {

    private static final double NANOS_PER_SECOND = 1e9;

    final List<String> events = new CopyOnWriteArrayList<>();
    final List<String> readings = new CopyOnWriteArrayList<>();

    @Override
    public void measured(String sensor, List<Measured> values, long timeNanos) {
        for (Measured value : values) {
            String said = value.flag() == QualityFlag.MISSING ? value.reason() : String.valueOf(value.value());
            readings.add(sensor + "@" + timeNanos / NANOS_PER_SECOND + ": " + said);
        }
    }

    @Override
    public void missed(String sensor, List<Measured> values, List<Long> timesNanos) {
        timesNanos.forEach(time -> measured(sensor, values, time));
    }

    @Override
    public void lost(String sensor, String reason) {
        events.add(sensor + " lost: " + reason);
    }

    @Override
    public void back(String sensor, Duration away) {
        events.add(sensor + " back after " + away.toMillis());
    }

    @Override
    public void busStuck(String bus, String sensor) {
        events.add(bus + " stuck by " + sensor);
    }

    @Override
    public void busFreed(String bus, Duration stuck) {
        events.add(bus + " freed");
    }
}
