package dev.firn.sensor.tfluna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeByteStream;
import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.serial.TalkingPart;
import dev.firn.telemetry.QualityFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TfLunaTest {

    private static final TfLunaDriver DRIVER = new TfLunaDriver();

    /** Made up from the manual's table, not recorded: 3 m, amplitude 1000, 32 °C. */
    private static final String FRAME = "59 59 2c 01 e8 03 00 09 d3";

    private static final Map<String, String> AT_PORT = Map.of("port", "/dev/ttyAMA1");

    private final FakeBuses buses = new FakeBuses();
    private final FakeByteStream stream = new FakeByteStream();
    private final FakeI2cPart part = FakeI2cPart.withRegisters().registers(0x3C, "4c 55 4e 41");

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    @ParameterizedTest
    @CsvSource({
        "300, 1000, NOT_EVALUATED, ''",
        "20, 100, NOT_EVALUATED, ''",
        "800, 100, NOT_EVALUATED, ''",
        "19, 1000, SUSPECT, nearer",
        "801, 1000, SUSPECT, farther",
        "0, 1000, MISSING, no target",
        "300, 99, MISSING, too weak",
        "0, 0, MISSING, too weak",
        "300, 65535, MISSING, overexposed"
    })
    void amplitudeAndRangeSayWhatTheDistanceIsWorth(int centimetres, int amplitude, QualityFlag flag, String reason) {
        List<Measured> values = new TfLunaEcho(centimetres, amplitude, 20).measured();
        assertThat(values.getFirst().flag()).isEqualTo(flag);
        assertThat(values.getFirst().reason()).contains(reason);
        assertThat(values.get(1).value()).isEqualTo(amplitude);
    }

    @Test
    void readsAFrame() {
        assertThat(echoes(FRAME)).containsExactly(new TfLunaEcho(300, 1000, 32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 e8 03 00 09 d3",
                "59 2c 01 e8 03 00 09 d3",
                "59",
                "59 59",
                "59 59 59",
                "59 59 2c 01 e8 03 00 09 d4",
                "59 59 2c 01 59 59 2c",
                "00 ff 13"
            })
    void findsTheNextFrameAfterAnythingElse(String before) {
        assertThat(echoes(before + FRAME)).contains(new TfLunaEcho(300, 1000, 32));
        assertThat(echoes(before + FRAME + FRAME)).hasSize(2);
    }

    @Test
    void aFrameWithAWrongSumIsNone() {
        assertThat(echoes("59 59 2c 01 e8 03 00 09 d2")).isEmpty();
    }

    /** Benewake's own examples of the sum, of commands: manual A01. */
    @ParameterizedTest
    @ValueSource(strings = {"5a 04 01 5f", "5a 04 02 60", "5a 06 03 e8 03 4e"})
    void theSumIsTheLowByteOfAllBefore(String command) {
        byte[] bytes = FakeI2cPart.bytes(command);
        int sum = 0;
        for (int i = 0; i < bytes.length - 1; i++) {
            sum += bytes[i] & 0xFF;
        }
        assertThat((byte) sum).isEqualTo(bytes[bytes.length - 1]);
    }

    @Test
    void measuresOverI2c() {
        part.registers(0x00, "2c 01 e8 03 80 0c 01 00");
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.initialise()).pauses()).hasMillis(100);
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(part.written()).containsExactly("23 00");
            assertThat(measured.value("distance").value()).isEqualTo(3);
            assertThat(measured.value("signal-strength").value()).isEqualTo(1000);
            assertThat(measured.value("sensor-temperature").value()).isEqualTo(32);
            assertThat(measured.values())
                    .extracting(Measured::quantity)
                    .containsExactlyElementsOf(DRIVER.quantities(Bench.settings(DRIVER, Map.of())));
        }
    }

    @Test
    void coldPartsHaveNegativeTemperatures() {
        part.registers(0x00, "2c 01 e8 03 0c fe");
        try (Sensor sensor = open(Map.of())) {
            assertThat(Conversation.from(sensor.measure())
                            .value("sensor-temperature")
                            .value())
                    .isEqualTo(-5);
        }
    }

    @Test
    void anotherPartOnTheBusIsRefused() {
        part.registers(0x3C, "00 00 00 00");
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("not a TF-Luna");
            assertThat(part.written()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00 00 00 00 00 00 00", "ff ff ff ff ff ff ff ff"})
    void blankRegistersAreAFault(String registers) {
        part.registers(0x00, registers);
        try (Sensor sensor = open(Map.of())) {
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageContaining("blank");
        }
    }

    @Test
    void absentPartIsNoDevice() {
        try (Sensor sensor = Bench.open(DRIVER, Map.of("address", "0x11"), buses)) {
            assertThatThrownBy(sensor::initialise)
                    .isInstanceOf(BusException.class)
                    .hasMessage("i2c-1 0x11 nothing answers");
        }
    }

    @Test
    void tellsTheLatestFrameOfAPort() {
        stream.receives(FakeI2cPart.bytes("09 d3" + "59 59 64 00 e8 03 00 09 0a" + FRAME));
        try (Sensor sensor = open(AT_PORT)) {
            Conversation.from(sensor.initialise());
            Conversation measured = Conversation.from(sensor.measure());
            assertThat(measured.value("distance").value()).isEqualTo(3);
            assertThat(measured.value("sensor-temperature").value()).isEqualTo(32);
        }
        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void framesAreFetchedBetweenMeasurements() {
        stream.receives(FakeI2cPart.bytes(FRAME));
        try (Sensor sensor = open(AT_PORT)) {
            assertThat(sensor.attendEvery()).isPresent();
            sensor.attend();
            assertThat(stream.read(new byte[1])).isZero();
            assertThat(Conversation.from(sensor.measure()).value("distance").value())
                    .isEqualTo(3);
        }
    }

    @Test
    void silenceForAMomentIsMissingThenAFault() {
        long[] now = {0};
        stream.receives(FakeI2cPart.bytes(FRAME));
        try (Sensor sensor = new TfLunaSerialSensor(new TalkingPart<>(stream, new TfLunaFrames(), () -> now[0]))) {
            sensor.measure();
            assertThat(Conversation.from(sensor.measure()).values())
                    .hasSize(3)
                    .allMatch(value -> value.flag() == QualityFlag.MISSING);
            now[0] = 5_000_000_000L;
            assertThatThrownBy(sensor::measure)
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessage("no frame for 5 s");
        }
    }

    @Test
    void aPortWithoutFramesIsAFault() {
        stream.receives("$GPGGA,hello\r\n".repeat(10));
        try (Sensor sensor = open(AT_PORT)) {
            assertThatThrownBy(() -> Conversation.from(sensor.initialise()))
                    .isInstanceOf(SensorFaultException.class)
                    .hasMessageStartingWith("no frame for 2 s, only bytes");
        }
    }

    @Test
    void isOnABusOrAtAPort() {
        assertThat(wiring(Map.of())).isEqualTo(Wiring.i2c("i2c-1", 0x10));
        assertThat(wiring(AT_PORT)).isEqualTo(Wiring.alone("/dev/ttyAMA1"));
        assertThat(conflicts(AT_PORT)).isEmpty();
        assertThat(conflicts(Map.of("bus", "i2c-1", "address", "0x20"))).isEmpty();
        assertThat(conflicts(Map.of("bus", "i2c-1", "port", "/dev/ttyAMA1")))
                .extracting(SettingConflict::key)
                .containsExactly("port");
    }

    @Test
    void aScanRecognisesItByItsName() {
        buses.with("i2c-1", 0x10, part);
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x10)))
                .contains("TF-Luna (says LUNA)");
        part.registers(0x3C, "00");
        assertThat(DRIVER.i2cPart().orElseThrow().identify(buses.i2c("i2c-1", 0x10)))
                .isEmpty();
    }

    private static List<TfLunaEcho> echoes(String bytes) {
        TfLunaFrames frames = new TfLunaFrames();
        List<TfLunaEcho> echoes = new ArrayList<>();
        for (byte next : FakeI2cPart.bytes(bytes)) {
            frames.accept(next).ifPresent(echoes::add);
        }
        return echoes;
    }

    private static Wiring wiring(Map<String, String> settings) {
        return DRIVER.wiring(Bench.settings(DRIVER, settings));
    }

    private static List<SettingConflict> conflicts(Map<String, String> settings) {
        return DRIVER.conflicts(Bench.settings(DRIVER, settings));
    }

    private Sensor open(Map<String, String> settings) {
        buses.with("i2c-1", 0x10, part).with(stream);
        return Bench.open(DRIVER, settings, buses);
    }
}
