package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WriteMeterTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final WriteMeter meter = new WriteMeter(nanos::get);

    @Test
    void sumsTheLastDay() {
        meter.wrote(100);
        pass(20);
        meter.wrote(10);
        assertThat(meter.bytesOfADay()).isEqualTo(110);
        pass(4);
        assertThat(meter.bytesOfADay()).isEqualTo(10);
        pass(19);
        assertThat(meter.bytesOfADay()).isEqualTo(10);
        pass(1);
        assertThat(meter.bytesOfADay()).isZero();
        meter.wrote(7);
        pass(1000);
        assertThat(meter.bytesOfADay()).isZero();
    }

    private void pass(long hours) {
        nanos.addAndGet(TimeUnit.HOURS.toNanos(hours));
    }
}
