package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.firn.rigs.kernel.GpioScript;
import dev.firn.rigs.kernel.GuestProcess;
import dev.firn.rigs.kernel.I2cBus;
import dev.firn.rigs.kernel.I2cFault;
import dev.firn.rigs.kernel.I2cSlave;
import dev.firn.rigs.kernel.SlaveModel;
import dev.firn.rigs.kernel.W1Thermometer;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A weather mast at a Linux kernel: the built gateway reads it while its sensors change, fail and come back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WeatherMastIT {

    private static final String SENSORS = """
              - {id: air, driver: bme280, every: 500ms}
              - {id: light, driver: bh1750, measurement-time: 69, every: 500ms}
              - {id: vane, driver: ads1115, a0: wind-vane, a1: voltage, range-v: 4.096, every: 1s}
              - {id: cups, driver: anemometer, line: 5, every: 2s}
              - {id: snow-10, driver: ds18b20, device: 28-000000000010, every: 1s}
              - {id: snow-20, driver: ds18b20, device: 28-000000000020, every: 1s}
              - {id: snow-30, driver: ds18b20, device: 28-000000000030, every: 1s}
            """;

    /** A set of Bosch's own example (BMP280 data sheet 3.12), with humidity's of a real part. */
    private static final String CALIBRATION = "706b 4367 18fc 7d8e 43d6 d00b 270b 8c00 f9ff 8c3c f8c6 7017 004b";

    private static final String HUMIDITY_CALIBRATION = "7701 00 12 20 03 1e";

    private static final int PULSES = 120;

    /** 120 kΩ of the vane below 10 kΩ at 3.3 V, in counts of 0.125 mV: 270 degrees. */
    private static final int WEST = 24_369;

    /** Likewise of 1 kΩ: 90 degrees. */
    private static final int EAST = 2400;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static GuestRig rig;

    @SuppressWarnings("NullAway.Init")
    private static I2cSlave air;

    @SuppressWarnings("NullAway.Init")
    private static I2cSlave light;

    @SuppressWarnings("NullAway.Init")
    private static I2cSlave vane;

    @SuppressWarnings("NullAway.Init")
    private static List<W1Thermometer> snow;

    @SuppressWarnings("NullAway.Init")
    private static GuestProcess gateway;

    @BeforeAll
    static void start() {
        rig = new GuestRig();
        I2cBus bus = rig.devices().i2c(1);
        air = bus.add(0x76, SlaveModel.BYTES)
                .set(0xD0, "60")
                .writable(0xD0, "00")
                .set(0x88, CALIBRATION)
                .set(0xE1, HUMIDITY_CALIBRATION);
        weather("655ac0 7eed00 5eb4");
        light = bus.add(0x23, SlaveModel.COMMANDS).reply("20", "04b0");
        vane = bus.add(0x48, SlaveModel.WORDS);
        // The result follows the input that was chosen: bits 14 to 12 of the configuration, 4 for A0 and 5 for A1.
        points(WEST, 0x2000);
        snow = List.of("28-000000000010", "28-000000000020", "28-000000000030").stream()
                .map(rig.devices()::addThermometer)
                .toList();
        depth(-2500, -7250, -125);
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

    private static void weather(String measured) {
        air.set(0xF7, measured);
    }

    private static void points(int vaneCounts, int voltageCounts) {
        vane.when(1, 0x7000, 0x4000, 0, "%04x".formatted(vaneCounts));
        vane.when(1, 0x7000, 0x5000, 0, "%04x".formatted(voltageCounts));
    }

    private static void depth(int first, int second, int third) {
        snow.get(0).temperature(first);
        snow.get(1).temperature(second);
        snow.get(2).temperature(third);
    }

    @Test
    @Order(1)
    void publishesWhatThePartsMeasureInTheirUnits() {
        assertThat(rig.awaitValue("air/air-temperature", 25.08, 0.005).unit()).isEqualTo("Cel");
        assertThat(rig.awaitValue("air/air-pressure", 100_653.25, 0.5).unit()).isEqualTo("Pa");
        assertThat(rig.awaitSummary("air/relative-humidity", summary -> summary.good() > 1)
                        .unit())
                .isEqualTo("%RH");
        assertThat(rig.awaitValue("light/illuminance", 1000, 0.001).unit()).isEqualTo("lx");
        assertThat(rig.awaitValue("snow-10/snow-temperature", -2.5, 1e-9).unit())
                .isEqualTo("Cel");
        rig.awaitValue("snow-20/snow-temperature", -7.25, 1e-9);
        rig.awaitValue("snow-30/snow-temperature", -0.125, 1e-9);
        assertThat(rig.awaitValue("vane/voltage-1", 1.024, 1e-6).unit()).isEqualTo("V");
        assertThat(rig.awaitValue("cups/wind-speed", 0, 0).unit()).isEqualTo("m/s");
        assertThat(awaitWindFrom(270).unit()).isEqualTo("deg");
    }

    private static PublishedSummary awaitWindFrom(double degrees) {
        return rig.awaitSummary("vane/wind-direction", summary -> GuestRig.isNear(summary, "mean", degrees, 1e-6));
    }

    @Test
    @Order(2)
    void followsWhatChanges() {
        weather("4f5700 844510 5eb4");
        light.reply("20", "ef34");
        points(EAST, 0x4000);
        depth(-12_000, 0, 500);
        rig.awaitValue("light/illuminance", 51_030, 0.1);
        rig.awaitValue("snow-10/snow-temperature", -12, 1e-9);
        rig.awaitValue("snow-20/snow-temperature", 0, 1e-9);
        rig.awaitValue("vane/voltage-1", 2.048, 1e-6);
        awaitWindFrom(90);
        PublishedSummary temperature = rig.awaitSummary(
                "air/air-temperature",
                summary -> !GuestRig.isNear(summary, "mean", 25.08, 1)
                        && summary.statistic("stddev").orElse(1) < 1e-6);
        assertThat(temperature.statistic("mean").orElseThrow())
                .isCloseTo(BoschExample.temperature(0x84451), within(0.011));
    }

    @Test
    @Order(3)
    void theWindThatPassesIsThatOfEveryPulseAndTheGustIsNotBelowIt() {
        Duration half = Duration.ofMillis(40);
        rig.devices()
                .run(GpioScript.empty().up(5).pause(half).down(5).pause(half).times(PULSES));
        double metres = PULSES * 0.6667;
        Ledger ledger = rig.awaitLedger("all pulses", seen -> windRun(seen) > 0.985 * metres);
        rig.mark();
        assertThat(rig.awaitValue("cups/wind-speed", 0, 0).unit()).isEqualTo("m/s");
        assertThat(windRun(rig.ledger())).isCloseTo(metres, withinPercentage(1.5));
        assertThat(greatest(ledger, "cups/wind-gust")).isBetween(greatest(ledger, "cups/wind-speed") - 0.67, 9.0);
    }

    /** Metres: each reading is the mean speed of the two seconds before it. */
    private static double windRun(Ledger ledger) {
        return of(ledger, "cups/wind-speed")
                .mapToDouble(summary -> summary.statistic("mean").orElse(0) * summary.count() * 2)
                .sum();
    }

    private static double greatest(Ledger ledger, String series) {
        return of(ledger, series)
                .mapToDouble(summary -> summary.statistic("max").orElse(0))
                .max()
                .orElse(0);
    }

    private static Stream<PublishedSummary> of(Ledger ledger, String series) {
        return ledger.summaries().stream().filter(summary -> summary.series().equals(series));
    }

    @Test
    @Order(4)
    void aPartThatIsUnpluggedIsMissingAndLostOnceAndBackOnce() {
        air.present(false);
        PublishedEvent lost = rig.awaitEvent("sensor-lost", "sensor", "air");
        assertThat(lost.detail().path("reason").asText()).contains("i2c-1 0x76", "nothing answers");
        PublishedSummary missing =
                rig.awaitSummary("air/air-temperature", summary -> summary.missing() == summary.count());
        assertThat(missing.flag()).isEqualTo(9);
        assertThat(missing.statistic("mean")).isEmpty();
        weather("655ac0 7eed00 5eb4");
        air.present(true);
        rig.awaitEvent("sensor-back", "sensor", "air");
        rig.awaitValue("air/air-temperature", 25.08, 0.005);
        assertThat(rig.ledger().events("sensor-lost")).hasSize(1);
        assertThat(rig.ledger().events("sensor-back")).hasSize(1);
    }

    @Test
    @Order(5)
    void aDamagedScratchpadAndThatOfPowerOnAreNoTemperatures() {
        // The kernel reads five times and the driver asks it twice.
        snow.get(0).damageNext(10);
        assertThat(reason(rig.awaitEvent("sensor-lost", "sensor", "snow-10"))).contains("28-000000000010");
        rig.awaitEvent("sensor-back", "sensor", "snow-10");
        snow.get(1).brownOutNext(3);
        assertThat(reason(rig.awaitEvent("sensor-lost", "sensor", "snow-20"))).contains("85");
        rig.awaitEvent("sensor-back", "sensor", "snow-20");
        assertThat(rig.ledger().summaries())
                .filteredOn(summary -> summary.series().equals("snow-20/snow-temperature"))
                .allMatch(summary -> summary.statistic("max").orElse(0) < 1);
    }

    @Test
    @Order(6)
    void aSlaveThatIsGoneFromThe1WireBusIsLostWithoutTheOthers() {
        snow.get(2).remove();
        rig.awaitEvent("sensor-lost", "sensor", "snow-30");
        rig.devices().addThermometer("28-000000000030").temperature(-4000);
        rig.awaitEvent("sensor-back", "sensor", "snow-30");
        rig.awaitValue("snow-30/snow-temperature", -4, 1e-9);
    }

    @Test
    @Order(7)
    void aBusWhoseDataLineIsStuckLosesItsSensorsAndNoOthers() {
        I2cBus bus = rig.devices().i2c(1);
        bus.fail(I2cFault.stuck(Duration.ofMillis(200)));
        assertThat(reason(rig.awaitEvent("sensor-lost", "sensor", "light"))).contains("timed out");
        assertThat(reason(rig.awaitEvent("sensor-lost", "sensor", "vane"))).contains("timed out");
        depth(-1000, -1000, -1000);
        rig.awaitValue("snow-10/snow-temperature", -1, 1e-9);
        bus.heal();
        rig.awaitEvent("sensor-back", "sensor", "light");
        rig.awaitEvent("sensor-back", "sensor", "vane");
    }

    @Test
    @Order(8)
    void aTransferThatNeverEndsIsAnAlarmAndTheOtherBusesGoOn() {
        I2cBus bus = rig.devices().i2c(1);
        bus.fail(I2cFault.HANG);
        PublishedEvent stuck = rig.awaitEvent("bus-stuck", "bus", "i2c-1");
        assertThat(stuck.severity()).isEqualTo("alarm");
        depth(-3000, -3000, -3000);
        rig.awaitValue("snow-10/snow-temperature", -3, 1e-9);
        rig.awaitSummary("light/illuminance", summary -> summary.missing() == summary.count());
        bus.heal();
        rig.awaitEvent("bus-back", "bus", "i2c-1");
        light.reply("20", "0000");
        rig.awaitValue("light/illuminance", 0, 0);
    }

    @Test
    @Order(9)
    void everythingIsNumberedWithoutAGapAndTheGatewayEndsAsAsked() {
        gateway.terminate();
        assertThat(gateway.waitFor(GuestRig.BOUND)).as(gateway.words()).isZero();
        rig.awaitEvent("stopped");
        assertThat(rig.ledger().gaps()).isEmpty();
        assertThat(rig.ledger().alteredDuplicates()).isEmpty();
        assertThat(rig.ledger().events("readings-late")).isEmpty();
    }

    private static String reason(PublishedEvent event) {
        return event.detail().path("reason").asText();
    }
}
