package dev.firn.rigs.kernel;

import static dev.firn.rigs.kernel.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.bus.BusFault;
import dev.firn.bus.Edge;
import dev.firn.bus.EdgeLines;
import dev.firn.bus.EdgeRequest;
import dev.firn.bus.EdgeRequest.Edges;
import dev.firn.bus.linux.KernelBuses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs in the guest: see {@link BusesInGuestIT}. */
class GpioInGuest {

    private static final String CHIP = "pinctrl-bcm2711";
    private static final Devices DEVICES = Devices.here();

    /** Longer than the tick on which the guest's kernel notes edges. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    /** Longer than a pause takes even where the machine has much else to do. */
    private static final Duration DEBOUNCE = Duration.ofSeconds(1);

    private final KernelBuses buses = new KernelBuses();
    private final List<Edge> edges = new ArrayList<>();

    @AfterEach
    void close() {
        buses.close();
    }

    private EdgeLines open(Edges wanted, boolean activeLow, Duration debounce, Integer... lines) {
        return buses.edges(
                new EdgeRequest(CHIP, List.of(lines), PullResistance.PULL_DOWN, activeLow, wanted, debounce));
    }

    private void awaitEdges(EdgeLines lines, int count) {
        Awaitility.await().until(() -> edges.addAll(lines.fetch()) && edges.size() >= count);
    }

    private static GpioScript pulse(int line) {
        return GpioScript.empty().up(line).pause(PAUSE).down(line).pause(PAUSE);
    }

    @Test
    void edgesOfTwoLinesComeInOrderWithTheKernelsTimes() {
        EdgeLines lines = open(Edges.BOTH, false, Duration.ZERO, 4, 17);
        assertThat(lines.fetch()).isEmpty();
        long before = System.nanoTime();
        DEVICES.run(pulse(17).then(pulse(4)));
        awaitEdges(lines, 4);
        long after = System.nanoTime();
        assertThat(edges).extracting(Edge::index).containsExactly(1, 1, 0, 0);
        assertThat(edges).extracting(Edge::active).containsExactly(true, false, true, false);
        assertThat(edges)
                .extracting(Edge::timeNanos)
                .isSorted()
                .allSatisfy(time -> assertThat(time).isBetween(before, after));
        assertThat(edges.get(1).timeNanos() - edges.get(0).timeNanos()).isGreaterThan(PAUSE.toNanos() / 2);
        assertThat(lines.lost()).isZero();
    }

    @Test
    void edgesThatCameWhileNobodyLookedAreThere() {
        EdgeLines lines = open(Edges.BOTH, false, Duration.ZERO, 5);
        DEVICES.run(pulse(5).times(50));
        awaitEdges(lines, 100);
        assertThat(edges).hasSize(100);
        assertThat(lines.lost()).isZero();
    }

    @Test
    void onlyWantedEdgesCome() {
        EdgeLines rising = open(Edges.RISING, false, Duration.ZERO, 6);
        DEVICES.run(pulse(6).times(2));
        awaitEdges(rising, 2);
        assertThat(edges).extracting(Edge::active).containsExactly(true, true);
    }

    @Test
    void lineThatIsActiveLowIsTurnedRound() {
        EdgeLines lines = open(Edges.BOTH, true, Duration.ZERO, 7);
        assertThat(lines.isActive(0)).isTrue();
        DEVICES.run(GpioScript.empty().up(7).pause(PAUSE));
        awaitEdges(lines, 1);
        assertThat(edges).extracting(Edge::active).containsExactly(false);
        assertThat(lines.isActive(0)).isFalse();
    }

    @Test
    void debounceHoldsForEachLineOfTheRequest() {
        EdgeLines lines = open(Edges.BOTH, false, DEBOUNCE, 8, 9);
        GpioScript bounces = pulse(8).then(pulse(9)).times(3);
        DEVICES.run(bounces.then(GpioScript.empty().up(8).up(9)));
        awaitEdges(lines, 2);
        assertThat(edges).extracting(Edge::index).containsExactlyInAnyOrder(0, 1);
        assertThat(edges).extracting(Edge::active).containsOnly(true);
    }

    @Test
    void pullHoldsAnOpenLine() {
        try (DigitalInput up = buses.input(CHIP, 10, PullResistance.PULL_UP, Duration.ZERO)) {
            assertThat(up.state()).isEqualTo(DigitalState.HIGH);
        }
        try (DigitalInput down = buses.input(CHIP, 10, PullResistance.PULL_DOWN, Duration.ZERO)) {
            assertThat(down.state()).isEqualTo(DigitalState.LOW);
        }
    }

    @Test
    void lineThatSomebodyHasIsInUseAndSaysByWhom() {
        open(Edges.BOTH, false, Duration.ZERO, 11);
        assertFault(
                BusFault.IN_USE,
                () -> open(Edges.BOTH, false, Duration.ZERO, 12, 11),
                CHIP + " line 12, 11",
                "line 11 is held by \"firn\"");
    }

    @Test
    void closedLineIsFree() {
        open(Edges.BOTH, false, Duration.ZERO, 13).close();
        open(Edges.BOTH, false, Duration.ZERO, 13).close();
    }

    @Test
    void lineBeyondTheChipIsNoDevice() {
        assertFault(
                BusFault.NO_DEVICE, () -> open(Edges.BOTH, false, Duration.ZERO, 58), "the chip's lines are 0 to 57");
    }

    @Test
    void missingChipSaysWhichThereAre() {
        assertFault(
                BusFault.NO_BUS,
                () -> buses.output("pinctrl-rp0", 4, true),
                "GPIO chip pinctrl-rp0 is not there",
                CHIP);
    }

    @Test
    void chipIsFoundByItsLabelWhateverItsNumber() {
        String config = "/sys/kernel/config/gpio-sim/pi5";
        DEVICES.shell()
                .run("mkdir -p " + config + "/bank; echo 54 >" + config + "/bank/num_lines; echo pinctrl-rp1 >" + config
                        + "/bank/label; echo 1 >" + config + "/live");
        String value = DEVICES.shell()
                .run("echo /sys/devices/platform/$(cat " + config + "/dev_name)/$(cat " + config
                        + "/bank/chip_name)/sim_gpio14/value")
                .strip();
        try (DigitalOutput output = buses.output("pinctrl-rp1", 14, true)) {
            assertThat(output.state()).isEqualTo(DigitalState.HIGH);
            assertThat(DEVICES.shell().run("cat " + value)).isEqualTo("1\n");
            assertThat(DEVICES.gpio(14).isHigh()).isFalse();
        }
        DEVICES.shell().run("echo 0 >" + config + "/live; rmdir " + config + "/bank " + config);
    }

    @Test
    void outputIsDrivenFromTheBeginningAndAsTold() {
        DigitalOutput output = buses.output(CHIP, 18, true);
        assertThat(DEVICES.gpio(18).isHigh()).isTrue();
        output.low();
        assertThat(DEVICES.gpio(18).isHigh()).isFalse();
        output.on();
        assertThat(DEVICES.gpio(18).isHigh()).isTrue();
        output.state(DigitalState.LOW);
        assertThat(output.state()).isEqualTo(DigitalState.LOW);
        assertThat(DEVICES.gpio(18).isHigh()).isFalse();
    }

    @Test
    void outputPulsesInTheBackground() throws Exception {
        EdgeLines nothing = open(Edges.BOTH, false, Duration.ZERO, 20);
        DigitalOutput output = buses.output(CHIP, 19, false);
        output.pulseAsync(30, TimeUnit.MILLISECONDS, DigitalState.HIGH, null).get();
        assertThat(output.state()).isEqualTo(DigitalState.LOW);
        assertThat(DEVICES.gpio(19).isHigh()).isFalse();
        assertThat(nothing.fetch()).isEmpty();
    }

    @Test
    void listenersOfAnInputShareOneReader() {
        DigitalInput input = buses.input(CHIP, 21, PullResistance.PULL_DOWN, Duration.ZERO);
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        input.addListener(event -> heard.add("first " + event.state()));
        input.addListener(event -> heard.add("second " + event.state()));
        assertThat(readers()).hasSize(1);
        DEVICES.run(pulse(21));
        Awaitility.await().until(() -> heard.size() >= 4);
        assertThat(heard).containsExactly("first HIGH", "second HIGH", "first LOW", "second LOW");
        input.close();
        Awaitility.await().until(() -> readers().isEmpty());
    }

    @Test
    void listenerThatFailsDoesNotEndTheOthers() {
        DigitalInput input = buses.input(CHIP, 23, PullResistance.PULL_DOWN, Duration.ZERO);
        ConcurrentLinkedQueue<DigitalState> heard = new ConcurrentLinkedQueue<>();
        input.addListener(event -> {
            throw new IllegalStateException("of this test");
        });
        input.addListener(event -> heard.add(event.state()));
        DEVICES.run(pulse(23));
        Awaitility.await().until(() -> heard.size() >= 2);
        assertThat(heard).containsExactly(DigitalState.HIGH, DigitalState.LOW);
    }

    @Test
    void inputIsDebouncedByTheKernel() {
        DigitalInput input = buses.input(CHIP, 24, PullResistance.PULL_DOWN, DEBOUNCE);
        ConcurrentLinkedQueue<DigitalState> heard = new ConcurrentLinkedQueue<>();
        input.addListener(event -> heard.add(event.state()));
        DEVICES.run(pulse(24).times(3).then(GpioScript.empty().up(24)));
        Awaitility.await().until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(DigitalState.HIGH);
    }

    private static List<Thread> readers() {
        return Stream.of(Thread.getAllStackTraces().keySet())
                .flatMap(java.util.Set::stream)
                .filter(thread -> thread.getName().startsWith(CHIP))
                .toList();
    }
}
