package dev.firn.gateway;

import dev.firn.polling.PollingListener;
import dev.firn.sensor.Measured;
import dev.firn.telemetry.SeriesId;
import java.time.Duration;
import java.util.List;

/** Brings what the sensors say to the loop. Called by the threads of the buses. */
final class SensorReports implements PollingListener {

    private final LiveReadings readings;
    private final LatestReadings latest;
    private final Inbox inbox;

    SensorReports(LiveReadings readings, LatestReadings latest, Inbox inbox) {
        this.readings = readings;
        this.latest = latest;
        this.inbox = inbox;
    }

    @Override
    public void measured(String sensor, List<Measured> values, long timeNanos) {
        for (Measured value : values) {
            if (value.flag().isGood()) {
                latest.put(sensor + "/" + value.quantity().name(), value.value(), timeNanos);
            }
        }
        handOver(readings(sensor, values, timeNanos));
    }

    /** All at once: between two of them the loop might close the window that both belong to. */
    @Override
    public void missed(String sensor, List<Measured> values, List<Long> timesNanos) {
        handOver(timesNanos.stream()
                .flatMap(time -> readings(sensor, values, time).stream())
                .toList());
    }

    private static List<LiveReading> readings(String sensor, List<Measured> values, long timeNanos) {
        return values.stream()
                .map(value ->
                        new LiveReading(new SeriesId(sensor, value.quantity()), timeNanos, value.value(), value.flag()))
                .toList();
    }

    private void handOver(List<LiveReading> measured) {
        readings.put(measured);
        inbox.hint(new LoopEvent.ReadingsWait());
    }

    @Override
    public void lost(String sensor, String reason) {
        inbox.tellSurely(new LoopEvent.SensorLost(sensor, reason));
    }

    @Override
    public void back(String sensor, Duration away) {
        inbox.tellSurely(new LoopEvent.SensorBack(sensor, away));
    }

    @Override
    public void busStuck(String bus, String sensor) {
        inbox.tellSurely(new LoopEvent.BusStuck(bus, sensor));
    }

    @Override
    public void busFreed(String bus, Duration stuck) {
        inbox.tellSurely(new LoopEvent.BusFreed(bus, stuck));
    }
}
