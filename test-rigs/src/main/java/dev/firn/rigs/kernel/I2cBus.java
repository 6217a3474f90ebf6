package dev.firn.rigs.kernel;

/** A simulated I2C adapter. Any thread. */
public final class I2cBus {

    private final Shell shell;
    private final int number;

    I2cBus(Shell shell, int number) {
        this.shell = shell;
        this.number = number;
    }

    /** Plugs in a slave. */
    public I2cSlave add(int address, SlaveModel model) {
        dev("add " + hex(address) + " " + model.keyword());
        return new I2cSlave(this, address);
    }

    /** Every transfer, to whomever, meets the fault from now on. */
    public void fail(I2cFault fault) {
        dev("fault-all " + fault.text());
    }

    /** Transfers go well again. */
    public void heal() {
        fail(I2cFault.NONE);
    }

    /**
     * Every message since the log was emptied, oldest first, a line each: seconds of the monotonic clock, address,
     * {@code r} or {@code w}, and the bytes (64 at most) or {@code error} with the errno. A fault of the bus itself has
     * {@code --} for the address. The latest half megabyte at least is there.
     */
    public String log() {
        return dev("log");
    }

    /** Empties the log. */
    public void clearLog() {
        dev("clear-log");
    }

    /** Has the kernel's own driver take an address, such as {@code bme280}. Programs find the address busy then. */
    public void bind(String driver, int address) {
        dev("bind " + driver + " " + hex(address));
    }

    /** Has the kernel's driver let go of an address. */
    public void unbind(int address) {
        dev("unbind " + hex(address));
    }

    String dev(String arguments) {
        return shell.run("dev i2c " + number + " " + arguments);
    }

    static String hex(int value) {
        return String.format("%02x", value);
    }
}
