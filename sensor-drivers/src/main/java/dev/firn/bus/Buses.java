package dev.firn.bus;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import java.time.Duration;

/**
 * Opens what sensors are connected to. Thread-safe; what it opens belongs to the thread that asked, unless told
 * otherwise, and is closed by it. Each method throws {@link BusException} when the thing is not there, not permitted,
 * or owned by somebody else.
 */
public interface Buses extends AutoCloseable {

    /**
     * One device on an I2C bus. Every transfer of it throws {@link BusException} when it fails.
     *
     * @param bus the bus as the kernel names it, such as {@code i2c-1}
     * @param address 7 bits, 0x03 to 0x77
     */
    I2C i2c(String bus, int address);

    /** GPIO lines whose edges the kernel notes with their times. */
    EdgeLines edges(EdgeRequest request);

    /**
     * One GPIO line that is driven, from now on with this level.
     *
     * @param chip label of the GPIO chip, such as {@code pinctrl-bcm2711}
     * @param line its number on the chip, 0 and up
     */
    DigitalOutput output(String chip, int line, boolean high);

    /**
     * One GPIO line that is read.
     *
     * @param chip label of the GPIO chip, such as {@code pinctrl-bcm2711}
     * @param line its number on the chip, 0 and up
     * @param debounce how long a level has to last, to the microsecond; zero for none
     */
    DigitalInput input(String chip, int line, PullResistance pull, Duration debounce);

    /** A serial port with 8 data bits, no parity and one stop bit, such as {@code /dev/ttyAMA1}. */
    ByteStream serial(String port, int baud);

    /** A connection to a service, such as gpsd on {@code localhost} 2947. */
    ByteStream tcp(String host, int port);

    /** What the kernel's own drivers tell in files. */
    Sysfs sysfs();

    /** Closes what was opened and is not closed yet. */
    @Override
    void close();
}
