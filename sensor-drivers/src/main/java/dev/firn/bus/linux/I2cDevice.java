package dev.firn.bus.linux;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import dev.firn.bus.MessageI2c;

/** Pi4J's view of a device on {@code /dev/i2c-N}. Any thread; one transfer of a bus at a time. */
final class I2cDevice extends MessageI2c<I2cBus> implements Opened {

    private final I2cFile file;

    I2cDevice(I2CProvider provider, I2CConfig config, I2cBus bus, I2cFile file) {
        super(provider, config, bus);
        this.file = file;
    }

    @Override
    protected void transfer(byte[] out, byte[] in) {
        execute(() -> {
            file.transfer(out, in);
            return in;
        });
    }

    @Override
    public void close() {
        if (Pi4jRegistry.has(context(), this)) {
            context().shutdown(id());
        } else {
            release();
        }
    }

    @Override
    public I2C shutdownInternal(Context context) {
        release();
        return this;
    }

    private void release() {
        isOpen = false;
        file.close();
    }
}
