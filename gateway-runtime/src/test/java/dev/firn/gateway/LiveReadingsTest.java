package dev.firn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveReadingsTest {

    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);

    @Test
    void dropsTheOldestAndCountsThemOnce() {
        LiveReadings readings = new LiveReadings(2);
        readings.put(List.of(measured(1), measured(2)));
        readings.put(List.of(measured(3)));
        assertThat(readings.takeAll()).extracting(LiveReading::value).containsExactly(2.0, 3.0);
        assertThat(readings.takeDropped()).isEqualTo(1);
        assertThat(readings.takeDropped()).isZero();
        assertThat(readings.takeAll()).isEmpty();
    }

    @Test
    void aValueIsLatestUntilItIsStale() {
        AtomicLong now = new AtomicLong();
        LatestReadings latest = new LatestReadings(now::get);
        assertThat(latest.of("air/air-temperature")).isEmpty();
        latest.put("air/air-temperature", -7.5, 0);
        now.set(LatestReadings.STALE_AFTER.toNanos());
        assertThat(latest.of("air/air-temperature")).hasValue(-7.5);
        now.incrementAndGet();
        assertThat(latest.of("air/air-temperature")).isEmpty();
    }

    private static LiveReading measured(double value) {
        return new LiveReading(AIR, (long) value, value, QualityFlag.NOT_EVALUATED);
    }
}
