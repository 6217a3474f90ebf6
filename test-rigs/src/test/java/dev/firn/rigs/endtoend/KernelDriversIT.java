package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.kernel.I2cBus;
import dev.firn.rigs.kernel.SlaveModel;
import dev.firn.rigs.ledger.PublishedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same parts twice: on one bus Firn speaks to them, on the other the kernel's own drivers do. */
class KernelDriversIT {

    private static final String SENSORS = """
              - {id: air-raw, driver: bme280, bus: i2c-1, every: 1s}
              - {id: air-kernel, driver: bme280, bus: i2c-3, via: kernel, every: 1s}
              - {id: light-raw, driver: bh1750, bus: i2c-1, measurement-time: 69, every: 1s}
              - {id: light-kernel, driver: bh1750, bus: i2c-3, via: kernel, every: 1s}
              - {id: wet-raw, driver: sht31, bus: i2c-1, every: 1s}
              - {id: wet-kernel, driver: sht31, bus: i2c-3, via: kernel, every: 1s}
              - {id: taken, driver: bme280, bus: i2c-3, address: 0x77, every: 1s}
            """;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static GuestRig rig;

    @BeforeAll
    static void start() {
        rig = new GuestRig();
        plugIn(rig.devices().i2c(1));
        I2cBus other = rig.devices().i2c(3);
        plugIn(other);
        addBme280(other, 0x77);
        other.bind("bme280", 0x76);
        other.bind("bme280", 0x77);
        other.bind("bh1750", 0x23);
        other.bind("sht3x", 0x44);
        rig.run(SENSORS);
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    private static void plugIn(I2cBus bus) {
        addBme280(bus, 0x76);
        bus.add(0x23, SlaveModel.COMMANDS).reply("20", "04b0").reply("10", "04b0");
        bus.add(0x44, SlaveModel.COMMANDS)
                .reply("2400", "6666938000a2")
                .reply("2c06", "6666938000a2")
                .reply("3780", "dead98beef92");
    }

    private static void addBme280(I2cBus bus, int address) {
        bus.add(address, SlaveModel.BYTES)
                .set(0xD0, "60")
                .writable(0xD0, "00")
                .set(0x88, "706b 4367 18fc 7d8e 43d6 d00b 270b 8c00 f9ff 8c3c f8c6 7017 004b")
                .set(0xE1, "7701 00 12 20 03 1e")
                .set(0xF7, "655ac0 7eed00 5eb4");
    }

    @Test
    void bothWaysGiveTheSameValuesInTheSameUnits() {
        for (String way : new String[] {"raw", "kernel"}) {
            assertThat(rig.awaitValue("air-" + way + "/air-temperature", 25.08, 0.01)
                            .unit())
                    .isEqualTo("Cel");
            assertThat(rig.awaitValue("air-" + way + "/air-pressure", 100_653.25, 1)
                            .unit())
                    .isEqualTo("Pa");
            assertThat(rig.awaitValue("air-" + way + "/relative-humidity", 32.94, 0.01)
                            .unit())
                    .isEqualTo("%RH");
            assertThat(rig.awaitValue("light-" + way + "/illuminance", 1000, 0.5)
                            .unit())
                    .isEqualTo("lx");
            assertThat(rig.awaitValue("wet-" + way + "/air-temperature", 25, 0.01)
                            .unit())
                    .isEqualTo("Cel");
            assertThat(rig.awaitValue("wet-" + way + "/relative-humidity", 50, 0.01)
                            .unit())
                    .isEqualTo("%RH");
        }
    }

    @Test
    void aPartThatTheKernelHasIsNotSpokenToAsWell() {
        PublishedEvent lost = rig.awaitEvent("sensor-lost", "sensor", "taken");
        assertThat(lost.detail().path("reason").asText()).contains("i2c-3 0x77", "in use by a kernel driver");
    }
}
