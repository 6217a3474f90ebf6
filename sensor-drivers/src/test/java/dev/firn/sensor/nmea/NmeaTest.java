package dev.firn.sensor.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.bus.FakeByteStream;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.QualityFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NmeaTest {

    private static final NmeaDriver DRIVER = new NmeaDriver();
    private static final String GGA = "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D\r\n";
    private static final String RMC = "$GPRMC,225446,A,4916.45,N,12311.12,W,000.5,054.7,191194,020.3,E*68\r\n";
    private static final String NO_FIX = "$GPGGA,201716.684,,,,,0,00,,,M,0.0,M,,0000*5F\r\n";
    private static final String NO_SPEED = "$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,*33\r\n";
    private static final String VOID = "$GPRMC,123519.00,V,4807.038,N,01131.000,E,,,230394,,*24\r\n";

    private final FakeByteStream port = new FakeByteStream();
    private final List<List<Long>> told = new ArrayList<>();
    private long nowMillis;
    private final Sensor sensor = new NmeaSensor(
            port,
            () -> nowMillis * 1_000_000,
            (utcMillis, uncertaintyMillis, timeNanos) -> told.add(List.of(utcMillis, uncertaintyMillis, timeNanos)));

    @Test
    void tellsEveryQuantity() {
        port.receives(RMC).receives(GGA);
        Conversation.from(sensor.initialise());
        Conversation reading = measureAt(100);
        assertThat(reading.values()).extracting(Measured::quantity).containsExactlyElementsOf(NmeaSensor.QUANTITIES);
        assertThat(reading.value("latitude").value()).isCloseTo(-19.4840833, within(5e-8));
        assertThat(reading.value("longitude").value()).isCloseTo(24.1751, within(5e-8));
        assertThat(reading.value("altitude").value()).isEqualTo(100);
        assertThat(reading.value("ground-speed").value()).isCloseTo(0.2572, within(5e-5));
        assertThat(reading.value("course").value()).isEqualTo(54.7);
        assertThat(reading.value("satellites").value()).isEqualTo(4);
        assertThat(reading.value("position-dilution").value()).isEqualTo(2.6);
    }

    @Test
    void tellsTheTimeOfAFixThatHasADate() {
        nowMillis = 40;
        port.receives(GGA).receives(VOID).receives(RMC);
        sensor.attend();
        assertThat(told)
                .containsExactly(List.of(Instant.parse("1994-11-19T22:54:46Z").toEpochMilli(), 500L, 40_000_000L));
    }

    @Test
    void courseOfALowSpeedIsDoubted() {
        port.receives(RMC);
        assertThat(measureAt(0).value("course").flag()).isEqualTo(QualityFlag.SUSPECT);
        port.receives("$GNVTG,054.7,T,034.4,M,010.0,N,018.5,K,A*35\r\n");
        assertThat(measureAt(100).value("course").flag()).isEqualTo(QualityFlag.NOT_EVALUATED);
    }

    @Test
    void withoutFixOnlySatellitesAreTold() {
        port.receives(RMC + GGA + NO_FIX);
        Conversation reading = measureAt(0);
        assertThat(reading.value("satellites").value()).isZero();
        assertThat(reading.values())
                .filteredOn(value -> !value.quantity().name().equals("satellites"))
                .extracting(Measured::reason)
                .containsOnly("no fix");
    }

    @Test
    void voidMinimumIsNoFix() {
        port.receives(GGA + VOID);
        assertThat(measureAt(0).value("latitude").reason()).isEqualTo("no fix");
    }

    @Test
    void whatIsEmptyIsMissingAlone() {
        port.receives(GGA + NO_SPEED);
        Conversation reading = measureAt(0);
        assertThat(reading.value("latitude").value()).isCloseTo(48.1173, within(1e-9));
        assertThat(reading.value("ground-speed").reason()).isEqualTo("the receiver does not tell it");
        assertThat(reading.value("course").flag()).isEqualTo(QualityFlag.MISSING);
        assertThat(reading.value("altitude").value()).isEqualTo(100);
    }

    @Test
    void whatWasToldHoldsForTwoAndAHalfSeconds() {
        port.receives(GGA);
        measureAt(0);
        assertThat(measureAt(2500).value("altitude").value()).isEqualTo(100);
        assertThat(measureAt(2501).value("altitude").reason()).isEqualTo("the receiver is silent");
        port.receives(GGA);
        assertThat(measureAt(3000).value("altitude").value()).isEqualTo(100);
    }

    @Test
    void silenceIsAFault() {
        port.receives(GGA);
        measureAt(0);
        measureAt(10_000);
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> measureAt(10_001))
                .withMessage("nothing comes from the receiver");
    }

    @Test
    void wrongBaudRateIsAFaultThatSaysSo() {
        port.receives(GGA);
        measureAt(0);
        port.receives("x".repeat(500));
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> measureAt(10_001))
                .withMessage("500 bytes came, but no position by NMEA 0183: is it the baud rate?");
    }

    @Test
    void waitsForTheFirstSentence() {
        port.receives(GGA.substring(5));
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> Conversation.from(sensor.initialise()))
                .withMessageContaining("is it the baud rate?");
        port.receives(GGA);
        assertThat(Conversation.from(sensor.initialise()).pauses()).isZero();
    }

    @Test
    void unpluggedPortIsABusFault() {
        port.receives(GGA);
        measureAt(0);
        port.unplug();
        assertThatExceptionOfType(BusException.class).isThrownBy(sensor::attend);
    }

    @Test
    void opensItsPortAndHasItAlone() {
        try (FakeBuses buses = new FakeBuses().with(port)) {
            Bench.open(DRIVER, Map.of("port", "/dev/ttyAMA1"), buses).close();
            Bench.open(DRIVER, Map.of("port", "/dev/ttyUSB0", "baud", "38400"), buses)
                    .close();
            assertThat(buses.opened()).containsExactly("/dev/ttyAMA1 9600", "/dev/ttyUSB0 38400");
        }
        assertThat(port.isClosed()).isTrue();
        assertThat(DRIVER.wiring(Bench.settings(DRIVER, Map.of("port", "/dev/ttyAMA1"))))
                .isEqualTo(new Wiring("/dev/ttyAMA1", Set.of("the port")));
        assertThat(sensor.attendEvery()).contains(Duration.ofMillis(200));
    }

    private Conversation measureAt(long millis) {
        nowMillis = millis;
        return Conversation.from(sensor.measure());
    }
}
