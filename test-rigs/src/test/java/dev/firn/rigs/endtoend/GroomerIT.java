package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.kernel.GuestProcess;
import dev.firn.rigs.kernel.I2cSlave;
import dev.firn.rigs.kernel.Outcome;
import dev.firn.rigs.kernel.SerialPort;
import dev.firn.rigs.kernel.SlaveModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A groomer at a Linux kernel: how it is tilted and where it is; and the commands that a technician has. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroomerIT {

    private static final String PORT = "/dev/ttyAMA1";

    private static final String SENSORS = """
              - {id: tilt, driver: mpu6050, every: 250ms}
              - {id: gps, driver: nmea, port: /dev/ttyAMA1, every: 1s}
            """;

    /** What a receiver says; the checksums are those of pynmea2's tests. */
    private static final String FIX = """
            $GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D\\r\\n\
            $GPRMC,225446,A,4916.45,N,12311.12,W,000.5,054.7,191194,020.3,E*68\\r\\n""";

    private static final String NO_FIX = "$GPGGA,201716.684,,,,,0,00,,,M,0.0,M,,0000*5F\\r\\n";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static GuestRig rig;

    @SuppressWarnings("NullAway.Init")
    private static I2cSlave tilt;

    @SuppressWarnings("NullAway.Init")
    private static SerialPort port;

    @SuppressWarnings("NullAway.Init")
    private static GuestProcess gateway;

    @BeforeAll
    static void start() {
        rig = new GuestRig();
        tilt = rig.devices().i2c(1).add(0x68, SlaveModel.BYTES).set(0x75, "68").writable(0x75, "00");
        // 0, 0, 1 g; 36.53 °C; at rest.
        tilt.set(0x3B, "0000 0000 4000 0000 0000 0000 0000");
        port = rig.devices().plugSerial(PORT);
        rig.guest().write("nmea.txt", NO_FIX);
        String talk = "while :; do dev serial send %s \"$(cat %s)\"; sleep 0.4; done"
                .formatted(PORT, rig.guest().share().resolve("nmea.txt"));
        rig.guest().start("receiver", List.of("sh", "-c", talk), Map.of());
        gateway = rig.run(SENSORS);
    }

    @BeforeEach
    void waitForWhatIsNew() {
        rig.mark();
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    @Order(1)
    void levelGroundIsLevelAndAReceiverWithoutAFixHasNoPosition() {
        assertThat(rig.awaitValue("tilt/pitch", 0, 1e-9).unit()).isEqualTo("deg");
        assertThat(rig.awaitValue("tilt/acceleration-z", 9.80665, 1e-6).unit()).isEqualTo("m/s2");
        rig.awaitValue("tilt/sensor-temperature", 36.53, 1e-6);
        rig.awaitSummary("gps/latitude", summary -> summary.count() > 0 && summary.missing() == summary.count());
        assertThat(rig.ledger().events("sensor-lost")).isEmpty();
    }

    @Test
    @Order(2)
    void aSlopeOfThirtyDegreesIsPitchAndSlope() {
        // −0.5, 0, 0.8660 g
        tilt.set(0x3B, "e000 0000 376d 0000 0000 0000 0000");
        rig.awaitValue("tilt/pitch", 30, 0.01);
        rig.awaitValue("tilt/slope", 30, 0.01);
        rig.awaitValue("tilt/roll", 0, 0.01);
    }

    @Test
    @Order(3)
    void aFixIsAPositionAnAltitudeAndASpeed() {
        // By the last sentence of each second the position is that of RMC, the altitude that of GGA.
        say(FIX);
        assertThat(rig.awaitValue("gps/latitude", 49.2741667, 1e-5).unit()).isEqualTo("lat");
        rig.awaitValue("gps/longitude", -123.1853333, 1e-5);
        rig.awaitValue("gps/altitude", 100, 1e-6);
        rig.awaitValue("gps/ground-speed", 0.2572, 1e-3);
        rig.awaitValue("gps/satellites", 4, 0);
    }

    @Test
    @Order(4)
    void aReceiverThatIsPulledOutIsLostAndComesBack() {
        port.unplug();
        rig.awaitEvent("sensor-lost", "sensor", "gps");
        rig.awaitSummary("gps/latitude", summary -> summary.missing() == summary.count());
        rig.awaitValue("tilt/pitch", 30, 0.01);
        port.plug();
        rig.awaitEvent("sensor-back", "sensor", "gps");
        rig.awaitValue("gps/latitude", 49.2741667, 1e-5);
    }

    @Test
    @Order(5)
    void anotherPartAtTheAddressIsNotTrusted() {
        tilt.set(0x75, "98");
        tilt.present(false);
        rig.awaitEvent("sensor-lost", "sensor", "tilt");
        rig.mark();
        tilt.present(true);
        rig.awaitSummary("tilt/pitch", summary -> summary.missing() == summary.count());
        tilt.set(0x75, "68");
        rig.awaitEvent("sensor-back", "sensor", "tilt");
    }

    @Test
    @Order(6)
    void aTechnicianSeesWhatAnswersAndReadsOneSensor() {
        gateway.terminate();
        assertThat(gateway.waitFor(GuestRig.BOUND)).as(gateway.words()).isZero();
        Outcome scan = rig.firn("sensors", "scan");
        assertThat(scan.output())
                .contains("I2C i2c-1", "0x68  MPU", "I2C i2c-3", "nothing answers", "GPIO pinctrl-bcm2711", "58 lines");
        assertThat(scan.isSuccess()).isTrue();

        String config = rig.configure(SENSORS);
        Outcome read = rig.firn("sensors", "read", "tilt", "--config", config);
        assertThat(read.output())
                .containsPattern("tilt/pitch +29\\.9999\\d* deg")
                .contains("tilt/slope");
        assertThat(read.isSuccess()).isTrue();

        tilt.present(false);
        Outcome missing = rig.firn("sensors", "read", "tilt", "--config", config);
        assertThat(missing.output()).contains("missing: i2c-1 0x68 nothing answers");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(rig.firn("sensors", "read", "tlit", "--config", config).status())
                .isEqualTo(64);
    }

    private static void say(String sentences) {
        rig.guest().write("nmea.new", sentences);
        rig.guest().run("mv %1$s/nmea.new %1$s/nmea.txt".formatted(rig.guest().share()));
    }
}
