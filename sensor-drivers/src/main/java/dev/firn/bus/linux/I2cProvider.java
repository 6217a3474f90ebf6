package dev.firn.bus.linux;

import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProviderBase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes devices of the kernel's I2C buses known to Pi4J. Any thread. */
final class I2cProvider extends I2CProviderBase {

    private final Map<Integer, I2cBus> buses = new ConcurrentHashMap<>();

    I2cProvider() {
        super("firn-i2c", "Firn I2C");
    }

    @Override
    public I2C create(I2CConfig config) {
        return Pi4jRegistry.entered(context, open(config));
    }

    I2cDevice open(I2CConfig config) {
        I2cBus bus = buses.computeIfAbsent(config.bus(), I2cBus::new);
        return new I2cDevice(this, config, bus, I2cFile.open(config.bus(), config.device()));
    }
}
