package dev.firn.sensor.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeEdgeLines;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Driver;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PulsePartsTest {

    private static final long MILLI = 1_000_000;
    private static final Driver ANEMOMETER = new AnemometerDriver();
    private static final Driver RAIN_GAUGE = new RainGaugeDriver();

    private final FakeEdgeLines lines = new FakeEdgeLines();
    private long nowMillis;

    @Test
    void onePulseASecondIsTwoPointFourKilometresAnHour() {
        Sensor sensor = anemometer();
        pulses(0, 60_000, 1000);
        Conversation wind = measureAt(sensor, 60_000);
        assertThat(wind.value("wind-speed").value()).isCloseTo(2.4 / 3.6, within(0.001));
        assertThat(wind.value("wind-gust").value()).isCloseTo(2.4 / 3.6, within(0.001));
    }

    @Test
    void countsThousandPulsesHoweverTheyAreFetched() {
        Sensor sensor = anemometer();
        double sum = 0;
        for (int second = 0; second < 20; second++) {
            for (int tenth = 0; tenth < 10; tenth++) {
                long from = second * 1000L + tenth * 100L;
                pulses(from, from + 100, 20);
                nowMillis = from + 100;
                sensor.attend();
            }
            sum += measureAt(sensor, nowMillis).value("wind-speed").value();
        }
        assertThat(sum / 0.6667).isCloseTo(1000, within(1e-6));
    }

    @Test
    void pulsesBeforeTheStartAreNoWind() {
        pulses(0, 10_000, 100);
        nowMillis = 10_000;
        Sensor sensor = anemometer();
        assertThat(measureAt(sensor, 20_000).value("wind-speed").value()).isZero();
    }

    @Test
    void lostPulsesMakeWindALowerBoundOnce() {
        Sensor sensor = anemometer();
        pulses(0, 10_000, 100);
        lines.lose(3);
        Conversation wind = measureAt(sensor, 10_000);
        assertThat(wind.value("wind-speed").flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(wind.value("wind-gust").reason()).isEqualTo("a lower bound: 3 pulses were lost");
        assertThat(measureAt(sensor, 20_000).value("wind-speed").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
    }

    @Test
    void rainIsTipsSinceTheLastReading() {
        Sensor sensor = new RainGaugeSensor(lines, 0.2794);
        sensor.initialise();
        pulses(0, 4000, 1000);
        sensor.attend();
        pulses(5000, 6000, 1000);
        assertThat(precipitation(sensor).value()).isCloseTo(5 * 0.2794, within(1e-12));
        assertThat(precipitation(sensor)).isEqualTo(Measured.of(Quantity.PRECIPITATION, 0));
        lines.lose(1);
        assertThat(precipitation(sensor).flag()).isEqualTo(QualityFlag.SUSPECT);
    }

    @Test
    void thousandTipsAreAllThere() {
        Sensor sensor = new RainGaugeSensor(lines, 0.2);
        sensor.initialise();
        pulses(0, 1_000_000, 1000);
        assertThat(precipitation(sensor).value()).isCloseTo(200, within(1e-9));
    }

    @Test
    void asksForTheEdgeAtWhichTheContactCloses() {
        try (FakeBuses buses = new FakeBuses().with(lines)) {
            Bench.open(ANEMOMETER, Map.of("line", "5"), buses).close();
            Bench.open(RAIN_GAUGE, Map.of("line", "6", "pull", "off"), buses).close();
            assertThat(buses.opened())
                    .containsExactly(
                            "EdgeRequest[chip=pinctrl-bcm2711, lines=[5], pull=UP, activeLow=true, edges=RISING,"
                                    + " debounce=PT0.002S]",
                            "EdgeRequest[chip=pinctrl-bcm2711, lines=[6], pull=OFF, activeLow=true, edges=RISING,"
                                    + " debounce=PT0.1S]");
        }
        assertThat(lines.isClosed()).isTrue();
        assertThat(ANEMOMETER.wiring(Bench.settings(ANEMOMETER, Map.of("line", "5"))))
                .isEqualTo(new Wiring("pinctrl-bcm2711", Set.of("line 5")));
    }

    @Test
    void attendsBeforeTheKernelRunsOutOfRoom() {
        assertThat(anemometer().attendEvery()).contains(Duration.ofMillis(100));
    }

    private Sensor anemometer() {
        Sensor sensor = new AnemometerSensor(lines, 0.6667, () -> nowMillis * MILLI);
        sensor.initialise();
        return sensor;
    }

    private Conversation measureAt(Sensor sensor, long millis) {
        nowMillis = millis;
        return Conversation.from(sensor.measure());
    }

    private static Measured precipitation(Sensor sensor) {
        return Conversation.from(sensor.measure()).value("precipitation");
    }

    /** Closings in (from, until]; the openings, which are not asked for, come all the same. */
    private void pulses(long from, long until, long every) {
        for (long millis = from + every; millis <= until; millis += every) {
            lines.edge(0, true, millis * MILLI);
            lines.edge(0, false, millis * MILLI + MILLI);
        }
    }
}
