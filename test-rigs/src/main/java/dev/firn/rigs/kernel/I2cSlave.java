package dev.firn.rigs.kernel;

import java.util.HexFormat;

/** A slave on a simulated I2C adapter. Any thread. */
public final class I2cSlave {

    private final I2cBus bus;
    private final String address;

    I2cSlave(I2cBus bus, int address) {
        this.bus = bus;
        this.address = I2cBus.hex(address);
    }

    /**
     * Sets registers from one on.
     *
     * @param data in hex, blanks allowed: bytes, or words with their high byte first if the model has words
     */
    public I2cSlave set(int register, String data) {
        return dev("set", I2cBus.hex(register) + " " + data);
    }

    /** Sets registers from one on. */
    public I2cSlave set(int register, byte... data) {
        return set(register, HexFormat.of().formatHex(data));
    }

    /**
     * Sets what is read after a command, of {@link SlaveModel#COMMANDS}.
     *
     * @param command in hex
     * @param reply in hex, 128 bytes at most
     */
    public I2cSlave reply(String command, String reply) {
        return dev("set", command + " " + reply);
    }

    /** Only these bits of registers, from one on, change when a program writes them; before that, all do. */
    public I2cSlave writable(int register, String mask) {
        return dev("mask", I2cBus.hex(register) + " " + mask);
    }

    /**
     * Sets registers whenever a program writes a register so that its bits under the mask have a value, such as a
     * conversion's result when the channel is chosen.
     *
     * @param data of the registers from target on, in hex as in {@link #set(int, String)}, 64 bytes at most
     */
    public I2cSlave when(int register, int mask, int value, int target, String data) {
        return dev("when", String.format("%x %x %x %x %s", register, mask, value, target, data));
    }

    /** Pulls it off the bus, registers and all, or puts it back: while it is off, its address is not acknowledged. */
    public void present(boolean present) {
        dev("present", present ? "1" : "0");
    }

    /** Transfers to it meet the fault from now on. */
    public void fail(I2cFault fault) {
        dev("fault", fault.text());
    }

    /** Transfers to it go well again. */
    public void heal() {
        fail(I2cFault.NONE);
    }

    /** Its registers, or its replies, in hex; what is all zeros is left out. */
    public String registers() {
        return bus.dev("regs " + address);
    }

    /** Takes it away for good. */
    public void remove() {
        bus.dev("del " + address);
    }

    private I2cSlave dev(String what, String arguments) {
        bus.dev(what + " " + address + " " + arguments);
        return this;
    }
}
