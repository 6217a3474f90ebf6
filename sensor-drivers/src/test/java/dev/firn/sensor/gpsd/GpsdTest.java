package dev.firn.sensor.gpsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeByteStream;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.telemetry.QualityFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpsdTest {

    private static final GpsdDriver DRIVER = new GpsdDriver();
    private static final String VERSION =
            "{\"class\":\"VERSION\",\"release\":\"3.25\",\"rev\":\"3.25\",\"proto_major\":3,\"proto_minor\":15}\r\n";

    /** gpsd_json(5), the example of the class TPV. */
    private static final String TPV =
            "{\"class\":\"TPV\",\"device\":\"/dev/pts/1\",\"time\":\"2005-06-08T10:34:48.283Z\","
                    + "\"ept\":0.005,\"lat\":46.498293369,\"lon\":7.567411672,\"alt\":1343.127,\"eph\":36.000,\"epv\":32.321,"
                    + "\"track\":10.3788,\"speed\":0.091,\"climb\":-0.085,\"mode\":3}\r\n";

    private final FakeByteStream connection = new FakeByteStream();
    private final List<List<Long>> told = new ArrayList<>();
    private long nowMillis;
    private final Sensor sensor = new GpsdSensor(
            connection,
            () -> nowMillis * 1_000_000,
            (utcMillis, uncertaintyMillis, timeNanos) -> told.add(List.of(utcMillis, uncertaintyMillis, timeNanos)));

    @Test
    void asksOnlyOnceItIsKnownToBeGpsd() {
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> Conversation.from(sensor.initialise()))
                .withMessage("it does not say that it is gpsd");
        assertThat(connection.sent()).isEmpty();
        connection.receives(VERSION);
        Conversation.from(sensor.initialise());
        assertThat(connection.sent()).isEqualTo("?WATCH={\"enable\":true,\"json\":true};\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "{\"class\":\"TPV\",\"mode\":3}\n", "[]\n"})
    void anotherServiceIsAFault(String greeting) {
        connection.receives(greeting);
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(sensor::initialise)
                .withMessage("is not gpsd: it says " + greeting.strip());
        assertThat(connection.sent()).isEmpty();
    }

    @Test
    void tellsTheExampleOfTheManual() {
        start();
        connection.receives(TPV);
        Conversation reading = measureAt(100);
        assertThat(reading.values()).extracting(Measured::quantity).containsExactlyElementsOf(GpsdSensor.QUANTITIES);
        assertThat(reading.value("latitude").value()).isEqualTo(46.498293369);
        assertThat(reading.value("longitude").value()).isEqualTo(7.567411672);
        assertThat(reading.value("altitude").value()).isEqualTo(1343.127);
        assertThat(reading.value("ground-speed").value()).isEqualTo(0.091);
        assertThat(reading.value("course").value()).isEqualTo(10.3788);
        assertThat(reading.value("course").flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(reading.value("position-error").value()).isEqualTo(36);
        assertThat(reading.value("satellites").reason()).isEqualTo("the receiver does not tell it");
    }

    @Test
    void tellsTheTimeOfAFix() {
        start();
        nowMillis = 70;
        connection.receives(TPV);
        sensor.attend();
        long utc = Instant.parse("2005-06-08T10:34:48.283Z").toEpochMilli();
        assertThat(told).containsExactly(List.of(utc, 505L, 70_000_000L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"class\":\"TPV\",\"mode\":1,\"time\":\"2027-01-01T00:00:00.000Z\"}",
                "{\"class\":\"TPV\",\"mode\":3}",
                "{\"class\":\"TPV\",\"mode\":3,\"time\":\"yesterday\"}",
                "{\"class\":\"TPV\",\"mode\":3,\"time\":1798761600}"
            })
    void tellsNoTimeWithoutAFixOrWithoutATime(String line) {
        start();
        connection.receives(line + "\n");
        sensor.attend();
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void modeWithoutFixIsMissing(int mode) {
        start();
        connection.receives(TPV).receives("{\"class\":\"TPV\",\"mode\":" + mode + ",\"lat\":1,\"lon\":2}\n");
        Conversation reading = measureAt(100);
        assertThat(reading.value("latitude").reason()).isEqualTo("no fix");
        assertThat(reading.value("position-error").reason()).isEqualTo("no fix");
    }

    @Test
    void positionWithoutAModeIsNoFix() {
        start();
        connection.receives("{\"class\":\"TPV\",\"lat\":1,\"lon\":2}\n");
        assertThat(measureAt(100).value("latitude").reason()).isEqualTo("no fix");
    }

    @Test
    void meanSeaLevelIsPreferredToTheOldKey() {
        start();
        connection.receives("{\"class\":\"TPV\",\"mode\":3,\"alt\":1,\"altHAE\":2,\"altMSL\":3}\n");
        assertThat(measureAt(100).value("altitude").value()).isEqualTo(3);
        connection.receives("{\"class\":\"TPV\",\"mode\":2}\n");
        assertThat(measureAt(2700).value("altitude").reason()).isEqualTo("the receiver does not tell it");
    }

    @Test
    void satellitesAreThoseUsedWhereverTheirNumberStands() {
        start();
        connection
                .receives(TPV)
                .receives("{\"class\":\"SKY\",\"hdop\":1.10,\"satellites\":[{\"PRN\":2,\"used\":true},"
                        + "{\"PRN\":5,\"x\":[{\"used\":1}],\"used\":false},{\"used\":true}],\"gdop\":4}\n");
        assertThat(measureAt(100).value("satellites").value()).isEqualTo(2);
        assertThat(measureAt(100).value("position-dilution").value()).isEqualTo(1.1);
        connection.receives("{\"class\":\"SKY\",\"uSat\":8,\"satellites\":[{\"used\":true}]}\n");
        assertThat(measureAt(100).value("satellites").value()).isEqualTo(8);
    }

    @Test
    void whatItDoesNotKnowIsIgnored() {
        start();
        connection
                .receives("{\"class\":\"DEVICES\",\"devices\":[{\"path\":\"/dev/ttyUSB0\",\"class\":\"TPV\"}]}\n")
                .receives("{\"class\":\"NEW\",\"lat\":{\"mode\":3}}\n\r\n{}\n")
                .receives(
                        "{\"class\":\"TPV\",\"mode\":3,\"lat\":1.5,\"lat_x\":null,\"lon\":[1],\"more\":{\"lat\":9}}\n");
        Conversation reading = measureAt(100);
        assertThat(reading.value("latitude").value()).isEqualTo(1.5);
        assertThat(reading.value("longitude").reason()).isEqualTo("the receiver does not tell it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"class\":\"TPV\",\"mode\":3,\"la",
                "{\"class\":\"TPV\",\"mode\":1,}",
                "}",
                "{\"class\":\"SKY\",\"satellites\":[{"
            })
    void damagedLineIsLeftOut(String line) {
        start();
        connection.receives(TPV).receives(line + "\n");
        assertThat(measureAt(100).value("latitude").value()).isEqualTo(46.498293369);
    }

    @Test
    void endlessLineIsLeftOut() {
        start();
        connection.receives("x".repeat(200_000)).receives("\n").receives(TPV);
        assertThat(measureAt(100).value("latitude").value()).isEqualTo(46.498293369);
    }

    @Test
    void errorOfGpsdIsAFault() {
        start();
        connection.receives("{\"class\":\"ERROR\",\"message\":\"Unrecognized request\"}\n");
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(sensor::attend)
                .withMessage("gpsd: Unrecognized request");
    }

    @Test
    void gpsdWithoutAReceiverIsAFault() {
        start();
        connection.receives("{\"class\":\"DEVICES\",\"devices\":[]}\n");
        assertThat(measureAt(2600).value("latitude").reason()).isEqualTo("the receiver is silent");
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> measureAt(10_001))
                .withMessageContaining("is its receiver connected?");
    }

    @Test
    void endOfTheConnectionIsABusFault() {
        start();
        connection.unplug();
        assertThatExceptionOfType(BusException.class).isThrownBy(sensor::attend);
    }

    /** What gpsd makes of a recording; its last position. */
    @ParameterizedTest
    @CsvSource({
        "gpsd_bu353s4.log.chk, -37.784795000, 175.314901667, 60.2, 7, 1.1",
        "gpsd_skytraq-dgps.log.chk, 44.068827682, -121.314476165, 1102.308, 7, 1.2"
    })
    void tellsTheLastPositionOfARecording(
            String file, double latitude, double longitude, double altitude, int satellites, double dilution)
            throws IOException {
        start();
        connection.receives(recording(file).replaceAll("(?m)^[^{].*$", ""));
        Conversation reading = measureAt(100);
        assertThat(reading.value("latitude").value()).isEqualTo(latitude);
        assertThat(reading.value("longitude").value()).isEqualTo(longitude);
        assertThat(reading.value("altitude").value()).isEqualTo(altitude);
        assertThat(reading.value("satellites").value()).isEqualTo(satellites);
        assertThat(reading.value("position-dilution").value()).isEqualTo(dilution);
    }

    @Test
    void opensItsConnection() {
        try (FakeBuses buses = new FakeBuses().with(connection)) {
            Bench.open(DRIVER, Map.of(), buses).close();
            Bench.open(DRIVER, Map.of("host", "10.0.0.7", "port", "2948"), buses)
                    .close();
            assertThat(buses.opened()).containsExactly("localhost:2947", "10.0.0.7:2948");
        }
        assertThat(connection.isClosed()).isTrue();
        assertThat(DRIVER.wiring(Bench.settings(DRIVER, Map.of())).claims()).isEmpty();
    }

    private void start() {
        connection.receives(VERSION);
        Conversation.from(sensor.initialise());
    }

    private Conversation measureAt(long millis) {
        nowMillis = millis;
        return Conversation.from(sensor.measure());
    }

    private static String recording(String file) throws IOException {
        try (InputStream stream = GpsdTest.class.getResourceAsStream("/recordings/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
