package dev.firn.rigs.kernel;

/**
 * The simulated devices of a guest. The same on both sides: {@link KernelGuest#devices()} drives them from the host,
 * {@link #here()} from a test that runs in the guest itself. What they do is {@code test-rigs/kernel/guest/bin/dev}'s.
 * Any thread.
 */
public final class Devices {

    private final Shell shell;

    Devices(Shell shell) {
        this.shell = shell;
    }

    /**
     * The devices of the guest that this JVM runs in.
     *
     * @throws dev.firn.rigs.RigException if it runs in none
     */
    public static Devices here() {
        return new Devices(LocalShell.start());
    }

    /** Where they are driven from, for what is not said here. */
    public Shell shell() {
        return shell;
    }

    /** A line of {@code /dev/gpiochip0}, 0 to 27. */
    public GpioLine gpio(int line) {
        return new GpioLine(shell, line);
    }

    /** Runs what a script does to lines, with its pauses, in the guest, and waits for its end. */
    public void run(GpioScript script) {
        shell.run(script.text());
    }

    /** A bus: 1 is {@code /dev/i2c-1}, 3 is {@code /dev/i2c-3}. */
    public I2cBus i2c(int number) {
        return new I2cBus(shell, number);
    }

    /**
     * Loads an adapter that does SMBus transfers alone, with one slave of 256 registers. Once in the life of a guest.
     *
     * @return its number: it is {@code /dev/i2c-number}
     */
    public int smbusOnly(int address) {
        return Integer.parseInt(shell.run("dev i2c-stub " + I2cBus.hex(address)).strip());
    }

    /**
     * Plugs a DS18B20 into the 1-Wire bus and waits until the kernel has found it.
     *
     * @param id such as {@code 28-0123456789ab}
     */
    public W1Thermometer addThermometer(String id) {
        shell.run("dev w1 add " + id);
        return new W1Thermometer(shell, id);
    }

    /** The board's temperature, {@code /sys/class/thermal/thermal_zone0}. */
    public void boardTemperature(int milliCelsius) {
        shell.run("dev thermal temp " + milliCelsius);
    }

    /** Whether reading the board's temperature fails with EIO. */
    public void boardTemperatureFails(boolean fails) {
        shell.run("dev thermal fail " + (fails ? 1 : 0));
    }

    /**
     * Plugs in a serial port.
     *
     * @param path such as {@code /dev/ttyAMA1}
     */
    public SerialPort plugSerial(String path) {
        SerialPort port = new SerialPort(shell, path);
        port.plug();
        return port;
    }
}
