package dev.firn.bus;

import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBase;
import com.pi4j.io.i2c.I2CBus;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;

/**
 * Pi4J's I2C device over two kinds of transfer: bytes out, then bytes in after a repeated start. Bytes are unsigned
 * wherever one is returned as an int.
 */
public abstract class MessageI2c<B extends I2CBus> extends I2CBase<B> {

    /** A device of a bus. */
    protected MessageI2c(I2CProvider provider, I2CConfig config, B bus) {
        super(provider, config, bus);
    }

    /**
     * Sends bytes and then, without giving the bus away, receives some. Either may be none.
     *
     * @throws BusException if the transfer fails
     */
    protected abstract void transfer(byte[] out, byte[] in);

    @Override
    public void writeThenRead(
            byte[] out, int outOffset, int outLength, int delayMicros, byte[] in, int inOffset, int inLength) {
        byte[] received = new byte[inLength];
        transfer(slice(out, outOffset, outLength), received);
        System.arraycopy(received, 0, in, inOffset, inLength);
    }

    @Override
    public int read() {
        byte[] in = new byte[1];
        transfer(new byte[0], in);
        return Byte.toUnsignedInt(in[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        writeThenRead(new byte[0], 0, 0, 0, into, offset, length);
        return length;
    }

    @Override
    public int write(byte value) {
        transfer(new byte[] {value}, new byte[0]);
        return 1;
    }

    @Override
    public int write(byte[] values, int offset, int length) {
        transfer(slice(values, offset, length), new byte[0]);
        return length;
    }

    @Override
    public int readRegister(int register) {
        byte[] in = new byte[1];
        readRegister(register, in, 0, 1);
        return Byte.toUnsignedInt(in[0]);
    }

    @Override
    public int readRegister(int register, byte[] into, int offset, int length) {
        return readRegister(new byte[] {(byte) register}, into, offset, length);
    }

    @Override
    public int readRegister(byte[] register, byte[] into, int offset, int length) {
        writeThenRead(register, 0, register.length, 0, into, offset, length);
        return length;
    }

    @Override
    public int writeRegister(int register, byte value) {
        transfer(new byte[] {(byte) register, value}, new byte[0]);
        return 1;
    }

    @Override
    public int writeRegister(int register, byte[] values, int offset, int length) {
        return writeRegister(new byte[] {(byte) register}, values, offset, length);
    }

    @Override
    public int writeRegister(byte[] register, byte[] values, int offset, int length) {
        byte[] out = new byte[register.length + length];
        System.arraycopy(register, 0, out, 0, register.length);
        System.arraycopy(values, offset, out, register.length, length);
        transfer(out, new byte[0]);
        return length;
    }

    /** How messages and errors name it, such as {@code i2c-1 0x76}. */
    protected static String placeOf(I2C device) {
        return "i2c-%d 0x%02x".formatted(device.bus(), device.device());
    }

    private static byte[] slice(byte[] bytes, int offset, int length) {
        byte[] slice = new byte[length];
        System.arraycopy(bytes, offset, slice, 0, length);
        return slice;
    }
}
