package dev.firn.sensor.beampair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeEdgeLines;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeamPairTest {

    private static final BeamPairDriver DRIVER = new BeamPairDriver();
    private static final long MILLI = 1_000_000;
    private static final GateTimes USUAL =
            new GateTimes(Duration.ofMillis(10), Duration.ofMillis(5), Duration.ofMillis(500), Duration.ofMillis(2500));

    private final FakeEdgeLines lines = new FakeEdgeLines();
    private long nowMillis;
    private final Sensor sensor = new BeamPairSensor(lines, USUAL, () -> nowMillis * MILLI);

    @Test
    void countsSinceTheLastReading() {
        sensor.initialise();
        passIn(100);
        passIn(1000);
        assertThat(measureAt(2000).value("people-in").value()).isEqualTo(2);
        passIn(2100);
        Conversation second = measureAt(3000);
        assertThat(second.value("people-in")).isEqualTo(Measured.of(quantity("people-in"), 1));
        assertThat(second.value("people-out").value()).isZero();
        assertThat(second.value("gate-blocked").value()).isZero();
    }

    @Test
    void attendingFetchesWithoutReporting() {
        sensor.initialise();
        assertThat(sensor.attendEvery()).contains(Duration.ofMillis(100));
        passIn(100);
        nowMillis = 500;
        sensor.attend();
        assertThat(lines.fetch()).isEmpty();
        assertThat(measureAt(1000).value("people-in").value()).isOne();
    }

    @Test
    void passageThatIsCutByAReadingCountsInTheNext() {
        sensor.initialise();
        edge(0, true, 900);
        edge(1, true, 950);
        assertThat(measureAt(1000).value("people-in").value()).isZero();
        edge(0, false, 1050);
        edge(1, false, 1100);
        assertThat(measureAt(2000).value("people-in").value()).isOne();
    }

    @Test
    void edgeThatIsStillOnItsWayIsWaitedFor() {
        sensor.initialise();
        edge(0, true, 900);
        edge(1, true, 950);
        edge(0, false, 970);
        edge(1, false, 985);
        assertThat(measureAt(996).value("people-in").value()).isZero();
        edge(1, true, 990); // bounce, noted before that reading but fetched after it
        edge(1, false, 1100);
        Conversation reading = measureAt(2000);
        assertThat(reading.value("people-in").value()).isOne();
        assertThat(reading.value("people-out").value()).isZero();
    }

    @Test
    void blockedGateIsReportedAndDoubted() {
        sensor.initialise();
        edge(1, true, 100);
        assertThat(measureAt(2500).value("gate-blocked").value()).isZero();
        Conversation blocked = measureAt(2600);
        assertThat(blocked.value("gate-blocked").value()).isOne();
        assertThat(blocked.value("people-in").flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(blocked.value("people-in").reason()).isEqualTo("a lower bound: a beam is blocked");
        edge(1, false, 5000);
        Conversation whole = measureAt(6000);
        assertThat(whole.value("gate-blocked").value()).isZero();
        assertThat(whole.value("people-in").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
    }

    @Test
    void beamThatIsBrokenFromTheStartBecomesBlocked() {
        lines.level(0, true);
        sensor.initialise();
        assertThat(measureAt(2600).value("gate-blocked").value()).isOne();
    }

    @Test
    void lostEdgesMakeTheCountsALowerBoundOnce() {
        sensor.initialise();
        passIn(100);
        nowMillis = 600;
        sensor.attend();
        lines.lose(12);
        passIn(700);
        Conversation reading = measureAt(2000);
        assertThat(reading.value("people-in").value()).isEqualTo(2);
        assertThat(reading.value("people-in").flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(reading.value("people-out").reason()).isEqualTo("a lower bound: 12 changes of the beams were lost");
        assertThat(measureAt(3000).value("people-in").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
    }

    @Test
    void whoeverIsInTheGateWhenEdgesAreLostIsNotCounted() {
        sensor.initialise();
        edge(0, true, 100);
        edge(1, true, 150);
        nowMillis = 200;
        sensor.attend();
        lines.lose(2);
        edge(0, false, 300);
        edge(1, false, 350);
        assertThat(measureAt(1000).value("people-in").value()).isZero();
    }

    @Test
    void levelsAreReadAnewWhenEdgesAreLost() {
        sensor.initialise();
        edge(0, true, 100);
        nowMillis = 200;
        sensor.attend();
        lines.level(0, false);
        lines.lose(1);
        nowMillis = 300;
        sensor.attend();
        passIn(400);
        Conversation reading = measureAt(5000);
        assertThat(reading.value("people-in").value()).isOne();
        assertThat(reading.value("gate-blocked").value()).isZero();
    }

    @Test
    void asksForBothLinesOfBothEdges() {
        try (FakeBuses buses = new FakeBuses().with(lines)) {
            Bench.open(DRIVER, Map.of("lines", "17, 27"), buses).close();
            Bench.open(DRIVER, Map.of("lines", "5, 6", "broken", "high", "debounce", "0ms", "pull", "off"), buses)
                    .close();
            assertThat(buses.opened())
                    .containsExactly(
                            "EdgeRequest[chip=pinctrl-bcm2711, lines=[17, 27], pull=UP, activeLow=true, edges=BOTH,"
                                    + " debounce=PT0.001S]",
                            "EdgeRequest[chip=pinctrl-bcm2711, lines=[5, 6], pull=OFF, activeLow=false, edges=BOTH,"
                                    + " debounce=PT0S]");
        }
        assertThat(lines.isClosed()).isTrue();
    }

    @Test
    void claimsBothLinesAndRefusesOneTwice() {
        assertThat(DRIVER.wiring(Bench.settings(DRIVER, Map.of("lines", "17, 27"))))
                .isEqualTo(new Wiring("pinctrl-bcm2711", Set.of("line 17", "line 27")));
        assertThat(DRIVER.conflicts(Bench.settings(DRIVER, Map.of("lines", "17, 27"))))
                .isEmpty();
        assertThat(DRIVER.conflicts(
                        Bench.settings(DRIVER, Map.of("lines", "17, 17", "min-break", "1s", "blocked-after", "1s"))))
                .extracting(SettingConflict::key)
                .containsExactly("lines", "min-break");
    }

    private Conversation measureAt(long millis) {
        nowMillis = millis;
        return Conversation.from(sensor.measure());
    }

    private void passIn(long millis) {
        edge(0, true, millis);
        edge(1, true, millis + 50);
        edge(0, false, millis + 100);
        edge(1, false, millis + 150);
    }

    private void edge(int line, boolean broken, long millis) {
        lines.edge(line, broken, millis * MILLI);
    }

    private static Quantity quantity(String name) {
        return Quantity.named(name).orElseThrow();
    }
}
