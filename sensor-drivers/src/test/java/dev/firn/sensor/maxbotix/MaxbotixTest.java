package dev.firn.sensor.maxbotix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeByteStream;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.LatestValues;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.QualityFlag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxbotixTest {

    private static final MaxbotixDriver DRIVER = new MaxbotixDriver();
    private static final LatestValues NO_AIR = series -> OptionalDouble.empty();

    private final FakeBuses buses = new FakeBuses();
    private final FakeByteStream stream = new FakeByteStream();

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    /** The first: MaxBotix data sheet, and weewx-maxbotix. */
    @ParameterizedTest
    @CsvSource({
        "5m, R2257, 2.257, NOT_EVALUATED",
        "5m, R0301, 0.301, NOT_EVALUATED",
        "5m, R0300, 0.3, SUSPECT",
        "5m, R0500, 0.5, SUSPECT",
        "5m, R4999, 4.999, NOT_EVALUATED",
        "5m, R5000, NaN, MISSING",
        "10m, R0500, 0.5, SUSPECT",
        "10m, R0501, 0.501, NOT_EVALUATED",
        "10m, R5000, 5.0, NOT_EVALUATED",
        "10m, R9998, 9.998, NOT_EVALUATED",
        "10m, R9999, NaN, MISSING"
    })
    void aFrameSaysMillimetres(String model, String frame, Double metres, QualityFlag flag) {
        Measured distance = measure(Map.of("model", model), frame + "\r").value("distance");
        assertThat(distance.value()).isEqualTo(metres);
        assertThat(distance.flag()).isEqualTo(flag);
    }

    @Test
    void whatItSaysWhenItStartsAndHalvesOfFramesAreNone() {
        assertThat(frames("57\rR2257\rHRXL-MaxSonar-WRM\rPN:MB7386\rCopyright 2011-2013\rMaxBotix Inc.\r"
                        + "RoHS 1.8b090  0713\rTempI\rR2258\rR22\rR225\rR22590\rr2260\rR 226\rR2261\r\nR2262\r"))
                .containsExactly(2257, 2258, 2261, 2262);
    }

    @Test
    void takesTheMiddleOfTheEchoesSinceTheLastMeasurement() {
        try (Sensor sensor = open(Map.of(), NO_AIR)) {
            stream.receives("R2000\rR0400\rR2010\rR2020\rR4800\r");
            assertThat(distance(sensor)).isEqualTo(2.01);
            stream.receives("R3000\r");
            sensor.attend();
            stream.receives("R3001\rR3002\r");
            assertThat(distance(sensor)).isEqualTo(3.001);
        }
    }

    @Test
    void echoesThatDoNotComeBackLeaveTheOthers() {
        Measured distance = measure(Map.of(), "R5000\rR2000\rR5000\r").value("distance");
        assertThat(distance.value()).isEqualTo(2);
        assertThat(distance.reason()).isEqualTo("only 1 of 3 echoes came back");
    }

    @Test
    void tellsSnowHeightInColdAir() {
        Map<String, String> mast = Map.of("mount-height-m", "4.5", "air-temperature", "air/air-temperature");
        try (Sensor sensor = open(mast, series -> OptionalDouble.of(-20))) {
            stream.receives("R3000\r");
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("distance").value()).isCloseTo(2.7879, within(1e-4));
            assertThat(measured.value("snow-height").value()).isCloseTo(1.7121, within(1e-4));
            assertThat(measured.values())
                    .extracting(Measured::quantity)
                    .containsExactlyElementsOf(DRIVER.quantities(settings(mast)));
        }
    }

    @Test
    void withoutTheAirsTemperatureBothAreSuspect() {
        Conversation measured =
                measure(Map.of("mount-height-m", "4.5", "air-temperature", "air/air-temperature"), "R3000\r");
        assertThat(measured.values())
                .hasSize(2)
                .allMatch(value -> value.flag() == QualityFlag.SUSPECT)
                .allMatch(value -> value.reason().startsWith("no air temperature"));
        assertThat(measured.value("snow-height").value()).isCloseTo(1.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"R4600, FAIL", "R4540, NOT_EVALUATED", "R0250, FAIL", "R0300, SUSPECT", "R5000, MISSING"})
    void heightsThatCannotBeFail(String frame, QualityFlag flag) {
        assertThat(measure(Map.of("mount-height-m", "4.5"), frame + "\r")
                        .value("snow-height")
                        .flag())
                .isEqualTo(flag);
    }

    @Test
    void nothingSinceAMomentAgoIsMissing() {
        try (Sensor sensor = open(Map.of("mount-height-m", "4.5"), NO_AIR)) {
            assertThat(Conversation.from(sensor.measure()).values())
                    .hasSize(2)
                    .allMatch(value -> value.flag() == QualityFlag.MISSING);
        }
    }

    @Test
    void aSilentPortIsAFault() {
        try (Sensor sensor = open(Map.of(), NO_AIR)) {
            assertThatThrownBy(() -> Conversation.from(sensor.initialise()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("no frame for 2 s");
        }
    }

    @Test
    void aPortThatGoesIsABusFault() {
        try (Sensor sensor = open(Map.of(), NO_AIR)) {
            stream.unplug();
            assertThatThrownBy(sensor::attend).isInstanceOf(BusException.class);
        }
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void wantsAPortToItself() {
        assertThat(DRIVER.wiring(settings(Map.of()))).isEqualTo(Wiring.alone("/dev/ttyAMA1"));
        assertThatThrownBy(() -> MaxbotixModel.SETTING.parse("7m")).isInstanceOf(SettingException.class);
    }

    @Test
    void aMastThatIsTooHighForTheModelIsRefused() {
        assertThat(DRIVER.conflicts(settings(Map.of("mount-height-m", "6"))))
                .extracting(SettingConflict::key)
                .containsExactly("mount-height-m");
        assertThat(DRIVER.conflicts(settings(Map.of("mount-height-m", "6", "model", "10m"))))
                .isEmpty();
    }

    private Conversation measure(Map<String, String> settings, String received) {
        try (Sensor sensor = open(settings, NO_AIR)) {
            stream.receives(received);
            return Conversation.from(sensor.measure());
        }
    }

    private static double distance(Sensor sensor) {
        return Conversation.from(sensor.measure()).value("distance").value();
    }

    private static List<Integer> frames(String text) {
        MaxbotixFrames frames = new MaxbotixFrames();
        List<Integer> found = new ArrayList<>();
        for (byte next : text.getBytes(StandardCharsets.US_ASCII)) {
            frames.accept(next).ifPresent(found::add);
        }
        return found;
    }

    private static Settings settings(Map<String, String> others) {
        return Bench.settings(DRIVER, withPort(others));
    }

    private static Map<String, String> withPort(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.put("port", "/dev/ttyAMA1");
        return settings;
    }

    private Sensor open(Map<String, String> settings, LatestValues latest) {
        return Bench.open(DRIVER, withPort(settings), buses.with(stream), latest);
    }
}
