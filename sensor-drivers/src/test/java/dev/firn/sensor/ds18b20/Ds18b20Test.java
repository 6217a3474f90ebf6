package dev.firn.sensor.ds18b20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.FakeBuses;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Step;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ds18b20Test {

    private static final String MASTER = "w1_bus_master1";
    private static final String LOWER = "28-0316a2794bff";
    private static final String UPPER = "28-0316a2795000";
    private static final String ALONE = "42-000000a1b2c3";
    private static final String MINUS_10_125 = "5e ff 4b 46 7f ff 02 10";
    private static final String PLUS_25_0625 = "91 01 4b 46 7f ff 0f 10";

    @TempDir
    private Path sys;

    private long now = 5_000_000_000L;
    private final Ds18b20Driver driver = new Ds18b20Driver(() -> now);
    private final FakeBuses buses = new FakeBuses();
    private FakeW1 w1;

    @BeforeEach
    void plugIn() {
        buses.withSysfs(sys);
        w1 = new FakeW1(sys)
                .master(MASTER, true)
                .part(MASTER, LOWER, MINUS_10_125, -10_125)
                .part(MASTER, UPPER, PLUS_25_0625, 25_062);
    }

    @AfterEach
    void unplug() {
        buses.close();
    }

    @Test
    void partsOfAChainShareAConversion() {
        Sensor lower = initialised(LOWER);
        Sensor upper = initialised(UPPER);
        assertThat(read(lower)).isEqualTo(Measured.of(Quantity.SNOW_TEMPERATURE, -10.125));
        assertThat(w1.wasTriggered(MASTER)).isTrue();
        now += Duration.ofMillis(900).toNanos();
        assertThat(read(upper).value()).isEqualTo(25.0625);
        assertThat(w1.wasTriggered(MASTER)).isFalse();
    }

    @Test
    void nobodyFetchesTheSameConversionTwice() {
        Sensor lower = initialised(LOWER);
        read(lower);
        assertThat(w1.wasTriggered(MASTER)).isTrue();
        read(lower);
        assertThat(w1.wasTriggered(MASTER)).isTrue();
    }

    @Test
    void nobodyFetchesAnOldConversion() {
        Sensor lower = initialised(LOWER);
        Sensor upper = initialised(UPPER);
        read(lower);
        assertThat(w1.wasTriggered(MASTER)).isTrue();
        now += Duration.ofMillis(1001).toNanos();
        read(upper);
        assertThat(w1.wasTriggered(MASTER)).isTrue();
    }

    @Test
    void partsOfAnotherMasterHaveTheirOwnConversions() {
        w1.master("w1_bus_master2", true).part("w1_bus_master2", "28-000000000001", PLUS_25_0625, 25_062);
        read(initialised(LOWER));
        assertThat(w1.wasTriggered("w1_bus_master2")).isFalse();
        read(initialised("28-000000000001"));
        assertThat(w1.wasTriggered("w1_bus_master2")).isTrue();
    }

    @Test
    void waitsForAConversionThatSomebodyElseHasStarted() {
        w1.bulk(MASTER, "-1\n");
        Sensor lower = initialised(LOWER);
        Step first = lower.measure();
        assertThat(first).isInstanceOfSatisfying(Step.Pause.class, pause -> {
            w1.bulk(MASTER, "1\n");
            assertThat(pause.time()).isEqualTo(Duration.ofMillis(50));
            assertThat(Conversation.from(pause.next().get())
                            .value("snow-temperature")
                            .value())
                    .isEqualTo(-10.125);
        });
    }

    @Test
    void waitsNoLongerThanAConversionCanTake() {
        w1.bulk(MASTER, "-1\n");
        assertThat(Conversation.from(initialised(LOWER).measure()).pauses()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eachConvertsByItselfWhereTheKernelOffersNoMore() {
        w1.master("w1_bus_master2", false).part("w1_bus_master2", "28-000000000001", PLUS_25_0625, 25_062);
        assertThat(read(initialised("28-000000000001")).value()).isEqualTo(25.0625);
    }

    @Test
    void ds28ea00ConvertsByItself() {
        w1.part(MASTER, ALONE, PLUS_25_0625, 25_062);
        assertThat(read(initialised(ALONE)).value()).isEqualTo(25.0625);
        assertThat(w1.wasTriggered(MASTER)).isFalse();
    }

    @Test
    void readsOnceMoreWhatArrivedDamaged() {
        w1.partSaying(MASTER, LOWER, "");
        Step first = initialised(LOWER).measure();
        assertThat(first).isInstanceOfSatisfying(Step.Pause.class, pause -> {
            w1.part(MASTER, LOWER, MINUS_10_125, -10_125);
            assertThat(Conversation.from(pause.next().get()).values()).hasSize(1);
        });
    }

    @Test
    void silenceOfAPartIsNoDevice() {
        w1.partSaying(MASTER, LOWER, "");
        Sensor lower = initialised(LOWER);
        assertNoDevice(() -> Conversation.from(lower.measure()), LOWER + " nothing answers");
    }

    @Test
    void damagedAnswersAreAFault() {
        w1.partSaying(MASTER, LOWER, "0c 02 4b 01 7f ff 0c 10 36 : crc=35 NO\n0c 02 4b 01 7f ff 0c 10 36 t=32750\n");
        Sensor lower = initialised(LOWER);
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> Conversation.from(lower.measure()))
                .withMessage("checksum 0x36, computed 0x35");
    }

    @Test
    void powerOnValueIsAFault() {
        w1.part(MASTER, LOWER, "50 05 4b 46 7f ff 0c 10", 85_000);
        Sensor lower = initialised(LOWER);
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> Conversation.from(lower.measure()))
                .withMessageContaining("power-on value");
    }

    @Test
    void missingDirectoryIsNoDevice() {
        Sensor lower = initialised(LOWER);
        w1.unplug(MASTER, LOWER);
        assertNoDevice(() -> Conversation.from(lower.measure()), "no such file");
        assertNoDevice(() -> initialised(LOWER), LOWER + " nothing answers: the kernel does not see it");
    }

    @Test
    void missingBusSaysWhatToAdd(@TempDir Path empty) {
        buses.withSysfs(empty);
        assertThatThrownBy(() -> initialised(LOWER))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_BUS))
                .hasMessageContaining("dtoverlay=w1-gpio");
    }

    @Test
    void claimsItsDeviceOnTheBusOfAll() {
        Settings settings = Bench.settings(driver, Map.of("device", "28-0316A2794BFF", "quantity", "air-temperature"));
        assertThat(driver.wiring(settings)).isEqualTo(new Wiring("w1", Set.of("device " + LOWER)));
        assertThat(driver.quantities(settings)).containsExactly(Quantity.AIR_TEMPERATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"w1_bus_master1", "29-0316a2794bff", "28-0316a2794bf", "28-0316a2794bfg", "28/0316a2794bff"})
    void refusesWhatIsNoThermometer(String device) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(driver.descriptor(), Map.of("device", device)))
                .withMessageContaining("is no 1-Wire thermometer");
    }

    @Test
    void refusesQuantitiesThatAreNoTemperature() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(
                        () -> Settings.parse(driver.descriptor(), Map.of("device", LOWER, "quantity", "air-pressure")))
                .withMessageContaining("is no temperature");
    }

    private Sensor initialised(String device) {
        Sensor sensor = Bench.open(driver, Map.of("device", device), buses);
        Conversation.from(sensor.initialise());
        return sensor;
    }

    private static Measured read(Sensor sensor) {
        return Conversation.from(sensor.measure()).value("snow-temperature");
    }

    private static void assertNoDevice(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE))
                .hasMessageContaining(words);
    }
}
