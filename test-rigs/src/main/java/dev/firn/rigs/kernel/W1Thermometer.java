package dev.firn.rigs.kernel;

/** A simulated DS18B20, with the kernel's own driver. Any thread. */
public final class W1Thermometer {

    private final Shell shell;
    private final String id;

    W1Thermometer(Shell shell, String id) {
        this.shell = shell;
        this.id = id;
    }

    /** What the next conversion will find, -55000 to 125000. */
    public void temperature(int milliCelsius) {
        dev("temp", milliCelsius);
    }

    /** Pulls it off the bus, or puts it back. Its directory in sysfs stays until the kernel has searched ten times. */
    public void present(boolean present) {
        dev("present", present ? 1 : 0);
    }

    /**
     * The next scratchpads arrive damaged. The driver reads up to five times, so fewer are not noticed; after five
     * {@code w1_slave} and {@code temperature} read as empty.
     */
    public void damageNext(int scratchpads) {
        dev("bad_crc", scratchpads);
    }

    /** Its supply fails within each of the next conversions: what is read is the scratchpad of power-on, 85 °C. */
    public void brownOutNext(int conversions) {
        dev("brownout", conversions);
    }

    /** Takes it away for good. */
    public void remove() {
        shell.run("dev w1 del " + id);
    }

    private void dev(String what, int value) {
        shell.run("dev w1 " + what + " " + id + " " + value);
    }
}
