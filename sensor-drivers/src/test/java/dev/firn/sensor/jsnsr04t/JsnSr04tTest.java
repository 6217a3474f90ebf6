package dev.firn.sensor.jsnsr04t;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeEdgeLines;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.LatestValues;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.QualityFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsnSr04tTest {

    private static final JsnSr04tDriver DRIVER = new JsnSr04tDriver();
    private static final LatestValues NO_AIR = series -> OptionalDouble.empty();

    private final FakeBuses buses = new FakeBuses();
    private final FakeEdgeLines edges = new FakeEdgeLines();
    private final List<Boolean> levels = new ArrayList<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private long now;

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** The first: the kernel's driver srf04, which leaves the fraction of a millimetre out. */
    @ParameterizedTest
    @CsvSource({
        "10000000, 1.717, NOT_EVALUATED",
        "1456000, 0.250, NOT_EVALUATED",
        "1450000, 0.249, SUSPECT",
        "40440000, 6.945, NOT_EVALUATED",
        "40440001, NaN, MISSING"
    })
    void theWidthOfTheEchoIsTheWayThereAndBack(long nanos, double metres, QualityFlag flag) {
        Measured distance = EchoPulse.distance(nanos);
        assertThat(distance.flag()).isEqualTo(flag);
        if (flag != QualityFlag.MISSING) {
            assertThat(Math.floor(distance.value() * 1000)).isEqualTo(metres * 1000);
            assertThat(nanos * 106 / 617_176).isEqualTo(Math.round(metres * 1000));
        } else {
            assertThat(distance.value()).isNaN();
        }
    }

    @Test
    void sendsFivePingsSixtyMillisecondsApartAndTakesTheMiddleEcho() {
        echo(11_000_000, 10_000_000, 2_000_000, 10_100_000, 39_000_000);
        try (Sensor sensor = open(Map.of(), NO_AIR)) {
            Conversation measured = measure(sensor);
            assertThat(measured.value("distance").value()).isCloseTo(0.0101 * 343.5 / 2, within(1e-9));
            assertThat(measured.pauses()).hasNanos(5 * (60_000_000L + 20_000));
            assertThat(levels).containsExactly(false, true, false, true, false, true, false, true, false, true, false);
        }
        assertThat(edges.isClosed()).isTrue();
    }

    @Test
    void tellsSnowHeightInColdAir() {
        echo(10_000_000);
        Map<String, String> mast =
                Map.of("pings", "1", "mount-height-m", "3", "air-temperature", "air/air-temperature");
        try (Sensor sensor = open(mast, series -> OptionalDouble.of(-20))) {
            Conversation measured = measure(sensor);
            assertThat(measured.value("distance").value()).isCloseTo(0.01 * 318.94 / 2, within(1e-4));
            assertThat(measured.value("snow-height").value()).isCloseTo(3 - 0.01 * 318.94 / 2, within(1e-4));
            assertThat(measured.values())
                    .extracting(Measured::quantity)
                    .containsExactlyElementsOf(DRIVER.quantities(settings(mast)));
        }
    }

    @Test
    void anEchoThatDoesNotEndIsNoTarget() {
        answers.add(() -> edges.edge(0, true, now));
        try (Sensor sensor = open(Map.of("pings", "1", "mount-height-m", "3"), NO_AIR)) {
            assertThat(measure(sensor).values())
                    .hasSize(2)
                    .allMatch(value -> value.flag() == QualityFlag.MISSING)
                    .allMatch(value -> value.reason().equals("no target"));
        }
    }

    @Test
    void theEndOfAnEchoThatCameTooLateIsPassedOver() {
        answers.add(() -> edges.edge(0, true, now));
        answers.add(() -> edges.edge(0, false, now).edge(0, true, now + 1000).edge(0, false, now + 10_001_000));
        try (Sensor sensor = open(Map.of("pings", "2"), NO_AIR)) {
            assertThat(measure(sensor).value("distance").value()).isCloseTo(1.7175, within(1e-9));
        }
    }

    @Test
    void edgesBeforeThePingAreForgotten() {
        edges.edge(0, true, 0).edge(0, false, 5_000_000);
        echo(10_000_000);
        try (Sensor sensor = open(Map.of("pings", "1"), NO_AIR)) {
            assertThat(measure(sensor).value("distance").value()).isCloseTo(1.7175, within(1e-9));
        }
    }

    @Test
    void pingsWithoutAnAnswerCountAsNoTarget() {
        echo(10_000_000);
        try (Sensor sensor = open(Map.of("pings", "3"), NO_AIR)) {
            assertThat(measure(sensor).value("distance").reason()).isEqualTo("only 1 of 3 echoes came back");
        }
    }

    @Test
    void aPartThatNeverAnswersIsAFault() {
        try (Sensor sensor = open(Map.of(), NO_AIR)) {
            assertThatThrownBy(() -> measure(sensor))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageStartingWith("does not answer its trigger");
        }
    }

    @Test
    void anEchoLineThatIsNotToBeHadIsABusFault() {
        try (FakeBuses withoutEdges = new FakeBuses().withOutput(levels::add)) {
            assertThatThrownBy(() -> Bench.open(DRIVER, Map.of(), withoutEdges)).isInstanceOf(BusException.class);
        }
    }

    @Test
    void occupiesTwoLines() {
        assertThat(DRIVER.wiring(settings(Map.of()))).isEqualTo(Wiring.gpio("pinctrl-bcm2711", List.of(23, 24)));
        assertThat(DRIVER.wiring(settings(Map.of("via", "kernel")))).isEqualTo(Wiring.alone("srf04"));
        assertThat(DRIVER.conflicts(settings(Map.of("echo-line", "23"))))
                .extracting(SettingConflict::key)
                .containsExactly("echo-line");
        assertThat(DRIVER.conflicts(settings(Map.of("mount-height-m", "0.2"))))
                .extracting(SettingConflict::key)
                .containsExactly("mount-height-m");
    }

    @Test
    void readsWhatTheKernelsDriverSays(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/iio/devices/iio:device3"));
        Files.writeString(device.resolve("name"), "srf04\n");
        Files.writeString(device.resolve("in_distance_raw"), "1717\n");
        Files.writeString(device.resolve("in_distance_scale"), "0.001000000\n");
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"), NO_AIR)) {
            assertThat(measure(sensor).value("distance").value()).isCloseTo(1.717, within(1e-9));
        }
    }

    @Test
    void whatTheKernelsDriverCannotTellIsNoTarget(@TempDir Path sys) throws IOException {
        Path device = Files.createDirectories(sys.resolve("bus/iio/devices/iio:device3"));
        Files.writeString(device.resolve("name"), "srf04\n");
        // A read of a directory fails with an input or output error, as one without an echo does.
        Files.createDirectories(device.resolve("in_distance_raw"));
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"), NO_AIR)) {
            assertThat(measure(sensor).value("distance").flag()).isEqualTo(QualityFlag.MISSING);
        }
    }

    @Test
    void aKernelWithoutTheDriverIsABusFault(@TempDir Path sys) {
        buses.withSysfs(sys);
        try (Sensor sensor = open(Map.of("via", "kernel"), NO_AIR)) {
            assertThatThrownBy(() -> measure(sensor))
                    .isInstanceOf(BusException.class)
                    .hasMessageContaining("none is called srf04");
        }
    }

    private void echo(long... widths) {
        for (long width : widths) {
            answers.add(() -> edges.edge(0, true, now).edge(0, false, now + width));
        }
    }

    /** The part answers where its trigger falls. */
    private void drive(boolean high) {
        if (!high && !levels.isEmpty() && !answers.isEmpty()) {
            now += 60_000_000;
            answers.remove().run();
        }
        levels.add(high);
    }

    private static Conversation measure(Sensor sensor) {
        return Conversation.from(sensor.measure());
    }

    private static Settings settings(Map<String, String> texts) {
        return Bench.settings(DRIVER, texts);
    }

    private Sensor open(Map<String, String> settings, LatestValues latest) {
        return Bench.open(DRIVER, settings, buses.withOutput(this::drive).with(edges), latest);
    }
}
