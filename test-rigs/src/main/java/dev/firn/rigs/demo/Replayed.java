package dev.firn.rigs.demo;

import dev.firn.rigs.demo.traffic.SingleMessages;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Series;

/**
 * A sensor of the demonstration.
 *
 * @param sensor as the gateway is told of it
 * @param recorded what it will say, read from the file without the gateway
 */
record Replayed(ReplaySensor sensor, Recorded recorded) {

    /** Bytes of topics and payloads if each reading were a message of its own. */
    long bytesOneByOne() {
        return recorded.series().stream().mapToLong(this::bytesOneByOne).sum();
    }

    private long bytesOneByOne(Series series) {
        SingleMessages messages = new SingleMessages(sensor.id(), series.quantity());
        return series.samples().stream()
                .mapToLong(sample -> messages.bytes(sample.timeMillis(), sample.value()))
                .sum();
    }
}
