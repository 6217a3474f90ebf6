package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drives each device and looks at it with the system's own tools, which know nothing of the rig. */
class DevicesIT {

    /** The example of the BME280's datasheet, section 4.2.3: 25.08 °C and 100653 Pa. */
    private static final String CALIBRATION = "706b 4367 18fc 7d8e 43d6 d00b 270b 8c00 f9ff 8c3c f8c6 7017";

    private static final String MEASURED = "655ac0 7eed00 0000";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static KernelGuest guest;

    @BeforeAll
    static void boot() {
        guest = KernelGuest.boot();
    }

    @AfterAll
    static void end() {
        guest.close();
    }

    @Test
    void gpioLineFollowsWhatIsWiredToIt() {
        GpioLine line = guest.devices().gpio(17);
        line.up();
        assertThat(line.isHigh()).isTrue();
        line.down();
        assertThat(line.isHigh()).isFalse();
        assertThat(guest.run("cat /sys/class/gpio/gpiochip*/label")).isEqualTo("pinctrl-bcm2711\n");
    }

    @Test
    void gpioLineTellsWhatAProgramDrivesItTo() {
        String base = guest.run("cat /sys/class/gpio/gpiochip*/base").strip();
        String exported = String.valueOf(Integer.parseInt(base) + 18);
        guest.run("cd /sys/class/gpio; echo " + exported + " >export; echo high >gpio" + exported + "/direction");
        assertThat(guest.devices().gpio(18).isHigh()).isTrue();
        guest.run("echo 0 >/sys/class/gpio/gpio" + exported + "/value");
        assertThat(guest.devices().gpio(18).isHigh()).isFalse();
    }

    @Test
    void scriptOfPulsesRunsInTheGuest() {
        Duration pause = Duration.ofMillis(20);
        GpioScript pulses =
                GpioScript.empty().up(22).pause(pause).down(22).pause(pause).times(25);
        guest.run("cd /sys/class/gpio; n=$(($(cat gpiochip*/base) + 22)); echo $n >export; cd gpio$n; echo both >edge");
        guest.devices().run(pulses);
        assertThat(guest.run("awk '$3 == \"irq_sim\" && $4 == 22 {print $2}' /proc/interrupts"))
                .isEqualTo("50\n");
    }

    @Test
    void adaptersAreTheRaspberryPis() {
        assertThat(guest.run("i2cdetect -l")).contains("i2c-1", "i2c-3", "bcm2835 (i2c@7e804000)");
    }

    @Test
    void registersOfBytesCountUp() {
        I2cSlave slave = guest.devices().i2c(3).add(0x68, SlaveModel.BYTES);
        slave.set(0x3b, "01020304").writable(0x3c, "f0");
        assertThat(guest.run("i2ctransfer -y 3 w1@0x68 0x3b r4")).isEqualTo("0x01 0x02 0x03 0x04\n");
        guest.run("i2ctransfer -y 3 w3@0x68 0x3b 0xaa 0xbb");
        assertThat(guest.run("i2cget -y 3 0x68 0x3b")).isEqualTo("0xaa\n");
        assertThat(guest.run("i2cget -y 3 0x68 0x3c")).isEqualTo("0xb2\n");
        assertThat(slave.registers()).contains("30: 00 00 00 00 00 00 00 00 00 00 00 aa b2 03 04 00");
        slave.remove();
    }

    @Test
    void registersOfWordsStayAndFollowTheChannel() {
        I2cSlave adc = guest.devices().i2c(3).add(0x48, SlaveModel.WORDS);
        adc.set(1, "8583").when(1, 0x7000, 0x4000, 0, "1111").when(1, 0x7000, 0x5000, 0, "2222");
        assertThat(guest.run("i2ctransfer -y 3 w1@0x48 1 r2")).isEqualTo("0x85 0x83\n");
        guest.run("i2ctransfer -y 3 w3@0x48 1 0xc5 0x83");
        assertThat(guest.run("i2ctransfer -y 3 w1@0x48 0 r2")).isEqualTo("0x11 0x11\n");
        guest.run("i2ctransfer -y 3 w3@0x48 1 0xd5 0x83");
        assertThat(guest.run("i2ctransfer -y 3 w1@0x48 0 r2")).isEqualTo("0x22 0x22\n");
        adc.remove();
    }

    @Test
    void wordsMayHaveTheirLowByteFirst() {
        I2cSlave slave = guest.devices().i2c(3).add(0x10, SlaveModel.WORDS_LOW_BYTE_FIRST);
        slave.set(4, "1234");
        assertThat(guest.run("i2ctransfer -y 3 w1@0x10 4 r2")).isEqualTo("0x34 0x12\n");
        guest.run("i2cset -y 3 0x10 0 0xabcd w");
        assertThat(slave.registers()).startsWith("00: ab cd ");
        slave.remove();
    }

    @Test
    void registersMayHaveAddressesOfTwoBytes() {
        I2cSlave slave = guest.devices().i2c(3).add(0x29, SlaveModel.BYTES_AT_WORD_ADDRESS);
        slave.set(0x010f, "eacc10").when(0x0087, 0xff, 0x40, 0x0031, "01");
        assertThat(guest.run("i2ctransfer -y 3 w2@0x29 0x01 0x0f r3")).isEqualTo("0xea 0xcc 0x10\n");
        guest.run("i2ctransfer -y 3 w3@0x29 0x00 0x87 0x40");
        assertThat(guest.run("i2ctransfer -y 3 w2@0x29 0x00 0x31 r1")).isEqualTo("0x01\n");
        slave.remove();
    }

    @Test
    void commandsChooseTheReply() {
        I2cSlave slave = guest.devices().i2c(3).add(0x44, SlaveModel.COMMANDS);
        slave.reply("2400", "6666a2 8000a2");
        guest.run("i2ctransfer -y 3 w2@0x44 0x30 0xa2");
        guest.run("i2ctransfer -y 3 w2@0x44 0x24 0x00");
        assertThat(guest.run("i2ctransfer -y 3 r6@0x44")).isEqualTo("0x66 0x66 0xa2 0x80 0x00 0xa2\n");
        slave.remove();
    }

    @Test
    void packetErrorCodeIsCheckedByTheKernel() {
        // MLX90614: the word at 07h is 3ad2h; its code over b4 07 b5 d2 3a is 30h.
        I2cSlave slave = guest.devices().i2c(3).add(0x5a, SlaveModel.COMMANDS).reply("07", "d23a30");
        assertThat(guest.run("i2cget -y 3 0x5a 0x07 wp")).isEqualTo("0x3ad2\n");
        slave.reply("07", "d23a31");
        assertThat(guest.execute("i2cget -y 3 0x5a 0x07 wp").isSuccess()).isFalse();
        slave.remove();
    }

    @Test
    void nobodyAnswersWhereNobodyIs() {
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x20").output()).contains("Remote I/O error");
        I2cSlave slave = guest.devices().i2c(3).add(0x21, SlaveModel.BYTES);
        slave.present(false);
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x21").output()).contains("Remote I/O error");
        slave.present(true);
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x21").isSuccess()).isTrue();
        slave.remove();
    }

    @Test
    void slaveFailsAsOftenAsTold() {
        I2cBus bus = guest.devices().i2c(3);
        I2cSlave slave = bus.add(0x22, SlaveModel.BYTES);
        I2cSlave other = bus.add(0x23, SlaveModel.BYTES);
        slave.fail(I2cFault.NAK.times(2));
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x22").output()).contains("Remote I/O error");
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x23").isSuccess()).isTrue();
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x22").isSuccess()).isFalse();
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x22").isSuccess()).isTrue();
        slave.fail(I2cFault.errno("ENXIO"));
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x22").output()).contains("No such device or address");
        slave.heal();
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x22").isSuccess()).isTrue();
        slave.remove();
        other.remove();
    }

    @Test
    void busFailsForEverybody() {
        I2cBus bus = guest.devices().i2c(3);
        I2cSlave slave = bus.add(0x24, SlaveModel.BYTES);
        bus.fail(I2cFault.ARBITRATION_LOST.times(1));
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x24").output()).contains("Resource temporarily unavailable");
        long startNanos = System.nanoTime();
        bus.fail(I2cFault.stuck(Duration.ofMillis(300)).times(1));
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x24").output()).contains("Connection timed out");
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isGreaterThan(Duration.ofMillis(300));
        assertThat(guest.execute("i2ctransfer -y 3 r1@0x24").isSuccess()).isTrue();
        slave.remove();
    }

    @Test
    void hangingBusHoldsNobodyElseUpAndGoesOn() {
        I2cBus bus = guest.devices().i2c(3);
        I2cSlave slave = bus.add(0x25, SlaveModel.BYTES).set(0, "77");
        bus.fail(I2cFault.HANG);
        guest.run("i2cget -y 3 0x25 0 >/run/hung 2>&1 & echo $! >/run/hung.pid");
        I2cSlave elsewhere = guest.devices().i2c(1).add(0x25, SlaveModel.BYTES);
        assertThat(guest.run("i2cget -y 1 0x25 0")).isEqualTo("0x00\n");
        guest.run("kill -0 $(cat /run/hung.pid)");
        assertThat(guest.run("cat /run/hung")).isEmpty();
        bus.heal();
        guest.run("while kill -0 $(cat /run/hung.pid) 2>/dev/null; do sleep 0.02; done");
        assertThat(guest.run("cat /run/hung")).isEqualTo("0x77\n");
        slave.remove();
        elsewhere.remove();
    }

    @Test
    void logTellsEveryMessage() {
        I2cBus bus = guest.devices().i2c(3);
        I2cSlave slave = bus.add(0x26, SlaveModel.BYTES);
        bus.clearLog();
        guest.run("i2ctransfer -y 3 w1@0x26 0xd0 r2");
        guest.execute("i2ctransfer -y 3 r1@0x27");
        assertThat(bus.log().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).matches("\\d+\\.\\d{6} 26 w d0"),
                        line -> assertThat(line).matches("\\d+\\.\\d{6} 26 r 0000"),
                        line -> assertThat(line).matches("\\d+\\.\\d{6} 27 r error 121"));
        slave.remove();
    }

    @Test
    void kernelsOwnDriverReadsTheSimulatedPart() {
        I2cBus bus = guest.devices().i2c(1);
        I2cSlave slave = bus.add(0x76, SlaveModel.BYTES);
        slave.set(0xd0, "60").set(0x88, CALIBRATION).set(0xf7, MEASURED);
        bus.bind("bme280", 0x76);
        assertThat(guest.run("cat /sys/bus/i2c/devices/1-0076/iio:device*/in_temp_input"))
                .isEqualTo("25080.000000000\n");
        assertThat(guest.execute("i2cget -y 1 0x76 0xd0").output()).contains("Device or resource busy");
        bus.unbind(0x76);
        assertThat(guest.run("i2cget -y 1 0x76 0xd0")).isEqualTo("0x60\n");
        slave.remove();
    }

    @Test
    void adapterForSmbusAloneHasNoPlainTransfers() {
        int bus = guest.devices().smbusOnly(0x50);
        guest.run("i2cset -y " + bus + " 0x50 1 0x42");
        assertThat(guest.run("i2cget -y " + bus + " 0x50 1")).isEqualTo("0x42\n");
        assertThat(guest.execute("i2ctransfer -y " + bus + " r1@0x50").isSuccess())
                .isFalse();
    }

    @Test
    void thermometersAreReadThroughTheKernelsDriver() {
        W1Thermometer snow = guest.devices().addThermometer("28-0123456789ab");
        W1Thermometer ground = guest.devices().addThermometer("28-0316a2794bff");
        snow.temperature(-12_500);
        ground.temperature(1_250);
        assertThat(temperature("28-0123456789ab")).isEqualTo("-12500\n");
        assertThat(temperature("28-0316a2794bff")).isEqualTo("1250\n");
        // Nothing at all, where older kernels gave the last scratchpad and a NO.
        snow.damageNext(10);
        assertThat(scratchpad("28-0123456789ab")).isEmpty();
        assertThat(temperature("28-0123456789ab")).isEmpty();
        assertThat(scratchpad("28-0123456789ab")).contains("YES", "t=-12500");
        snow.brownOutNext(1);
        assertThat(temperature("28-0123456789ab")).isEqualTo("85000\n");
        assertThat(temperature("28-0123456789ab")).isEqualTo("-12500\n");
        ground.present(false);
        assertThat(scratchpad("28-0316a2794bff")).isEmpty();
        assertThat(temperature("28-0316a2794bff")).isEmpty();
        ground.present(true);
        assertThat(temperature("28-0316a2794bff")).isEqualTo("1250\n");
        snow.remove();
        ground.remove();
    }

    @Test
    void boardTemperatureIsAThermalZones() {
        guest.devices().boardTemperature(61_250);
        assertThat(guest.run("cat /sys/class/thermal/thermal_zone0/type /sys/class/thermal/thermal_zone0/temp"))
                .isEqualTo("cpu-thermal\n61250\n");
        guest.devices().boardTemperatureFails(true);
        assertThat(guest.execute("cat /sys/class/thermal/thermal_zone0/temp").output())
                .contains("Input/output error");
        guest.devices().boardTemperatureFails(false);
    }

    @Test
    void serialPortCarriesBytesBothWaysAndIsUnplugged() {
        SerialPort port = guest.devices().plugSerial("/dev/ttyAMA1");
        port.send("R1234\r");
        assertThat(guest.run("head -c 6 /dev/ttyAMA1")).isEqualTo("R1234\r");
        port.send((byte) 0x59, (byte) 0x00, (byte) 0xff, (byte) '%');
        assertThat(guest.run("head -c 4 /dev/ttyAMA1 | od -An -tx1")).isEqualTo(" 59 00 ff 25\n");
        guest.run("printf 'go\\n' >/dev/ttyAMA1; until [ -s /run/serial/ttyAMA1/written ]; do sleep 0.02; done");
        assertThat(port.written()).asString(StandardCharsets.US_ASCII).isEqualTo("go\n");
        guest.run("cat /dev/ttyAMA1 >/run/read 2>&1 & echo $! >/run/read.pid");
        port.unplug();
        guest.run("while kill -0 $(cat /run/read.pid) 2>/dev/null; do sleep 0.02; done; [ ! -e /dev/ttyAMA1 ]");
        port.plug();
        port.send("back\n");
        assertThat(guest.run("head -n 1 /dev/ttyAMA1")).isEqualTo("back\n");
    }

    private static String scratchpad(String id) {
        return guest.run("cat /sys/bus/w1/devices/" + id + "/w1_slave");
    }

    private static String temperature(String id) {
        return guest.run("cat /sys/bus/w1/devices/" + id + "/temperature");
    }
}
