package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.rigs.kernel.GpioScript;
import dev.firn.rigs.kernel.GuestProcess;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A lift's gate and a tipping bucket at a Linux kernel: every passage and every pulse is counted, once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiftGateIT {

    private static final int BEAM_A = 17;
    private static final int BEAM_B = 27;
    private static final int BUCKET = 6;

    private static final String SENSORS = """
              - {id: gate-1, driver: beam-pair, lines: [17, 27], every: 1s}
              - {id: rain, driver: rain-gauge, line: 6, debounce: 5ms, every: 1s}
            """;

    /** The guest's kernel notes edges on a tick of 10 ms. */
    private static final Duration PAUSE = Duration.ofMillis(30);

    private static final int PULSES = 1000;
    private static final int ROUNDS = 20;
    private static final int IN_A_ROUND = 6;
    private static final int OUT_A_ROUND = 4;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(15);

    @SuppressWarnings("NullAway.Init") // before all tests
    private static GuestRig rig;

    @SuppressWarnings("NullAway.Init")
    private static GuestProcess gateway;

    @BeforeAll
    static void start() {
        rig = new GuestRig();
        rig.devices().run(GpioScript.empty().up(BEAM_A).up(BEAM_B).up(BUCKET));
        gateway = rig.run(SENSORS);
        rig.awaitSummary("gate-1/people-in", summary -> summary.good() > 0);
        rig.awaitSummary("rain/precipitation", summary -> summary.good() > 0);
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    @Order(1)
    void countsAThousandPulsesAndTwoHundredPassagesInTheirDirectionsAndNoBounce() {
        GpioScript round = in().times(IN_A_ROUND - 1)
                .then(turnedBack())
                .then(out().times(OUT_A_ROUND))
                .then(quick());
        run(round.times(ROUNDS), pulse().times(PULSES));
        rig.awaitLedger(
                "all passages and pulses",
                seen -> sum(seen, "gate-1/people-in") >= IN_A_ROUND * ROUNDS
                        && sum(seen, "gate-1/people-out") >= OUT_A_ROUND * ROUNDS
                        && sum(seen, "rain/precipitation") >= PULSES * 0.2794 - 1e-6);
        rig.mark();
        rig.awaitSummary("rain/precipitation", summary -> true);
        Ledger ledger = rig.ledger();
        assertThat(sum(ledger, "gate-1/people-in")).isEqualTo(IN_A_ROUND * ROUNDS);
        assertThat(sum(ledger, "gate-1/people-out")).isEqualTo(OUT_A_ROUND * ROUNDS);
        assertThat(sum(ledger, "rain/precipitation")).isCloseTo(PULSES * 0.2794, within(1e-6));
        assertThat(ledger.summaries())
                .filteredOn(summary -> summary.series().startsWith("gate-1/people"))
                .allMatch(summary -> summary.flag() == 1 && summary.unit().equals("count"));
    }

    @Test
    @Order(2)
    void snowOnALensIsABlockedGateAndNobody() {
        rig.mark();
        double before = sum(rig.ledger(), "gate-1/people-in");
        rig.devices().run(GpioScript.empty().down(BEAM_A));
        rig.awaitValue("gate-1/gate-blocked", 1, 0);
        rig.devices().run(GpioScript.empty().up(BEAM_A).pause(PAUSE).pause(PAUSE));
        rig.awaitValue("gate-1/gate-blocked", 0, 0);
        rig.devices().run(in());
        rig.awaitLedger("one more", seen -> sum(seen, "gate-1/people-in") > before);
        assertThat(sum(rig.ledger(), "gate-1/people-in")).isEqualTo(before + 1);
    }

    @Test
    @Order(3)
    void aLineThatSomebodyElseHasIsNamed() {
        rig.mark();
        gateway.terminate();
        assertThat(gateway.waitFor(GuestRig.BOUND)).isZero();
        rig.devices().shell().run("cd /sys/class/gpio; echo $(($(cat gpiochip*/base) + 17)) >export");
        gateway = rig.run(SENSORS);
        PublishedEvent lost = rig.awaitEvent("sensor-lost", "sensor", "gate-1");
        assertThat(lost.detail().path("reason").asText()).contains("17", "in use");
        rig.devices().shell().run("cd /sys/class/gpio; echo $(($(cat gpiochip*/base) + 17)) >unexport");
        rig.awaitEvent("sensor-back", "sensor", "gate-1");
        assertThat(rig.ledger().gaps()).isEmpty();
    }

    /** Both at once, and waits for both. */
    private static void run(GpioScript one, GpioScript other) {
        String both = "(\n%s) &\n%swait $!\n".formatted(one.text(), other.text());
        assertThat(rig.guest().execute(both, LONG_ENOUGH).isSuccess()).isTrue();
    }

    private static GpioScript in() {
        return through(BEAM_A, BEAM_B);
    }

    private static GpioScript out() {
        return through(BEAM_B, BEAM_A);
    }

    private static GpioScript through(int first, int second) {
        return broken(first)
                .then(broken(second))
                .then(whole(first))
                .then(whole(second))
                .pause(PAUSE);
    }

    private static GpioScript turnedBack() {
        return broken(BEAM_A)
                .then(broken(BEAM_B))
                .then(whole(BEAM_B))
                .then(whole(BEAM_A))
                .pause(PAUSE);
    }

    /** Somebody small and fast, who is between the beams for a moment: in. */
    private static GpioScript quick() {
        return broken(BEAM_A)
                .then(whole(BEAM_A))
                .then(broken(BEAM_B))
                .then(whole(BEAM_B))
                .pause(PAUSE);
    }

    /** A body's edge flickers. */
    private static GpioScript broken(int beam) {
        return GpioScript.empty().down(beam).up(beam).down(beam).pause(PAUSE);
    }

    private static GpioScript whole(int beam) {
        return GpioScript.empty().up(beam).pause(PAUSE);
    }

    /** A contact bounces when it closes and when it opens. */
    private static GpioScript pulse() {
        return GpioScript.empty()
                .down(BUCKET)
                .up(BUCKET)
                .down(BUCKET)
                .pause(PAUSE)
                .up(BUCKET)
                .down(BUCKET)
                .up(BUCKET)
                .pause(PAUSE);
    }

    private static double sum(Ledger ledger, String series) {
        return ledger.summaries().stream()
                .filter(summary -> summary.series().equals(series))
                .map(summary -> summary.statistic("sum"))
                .mapToDouble(sum -> sum.orElse(0))
                .sum();
    }
}
