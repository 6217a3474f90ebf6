package dev.firn.bus;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBusBase;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Buses whose parts a test plugs in. */
public final class FakeBuses implements Buses {

    private final Context pi4j =
            Pi4J.newContextBuilder().noAutoDetect().disableShutdownHook().build();
    private final Provider provider = new Provider();
    private final Map<String, FakeI2cPart> parts = new HashMap<>();
    private Sysfs sysfs = new Sysfs(Path.of("/nonexistent"));
    private @Nullable EdgeLines edges;
    private @Nullable ByteStream stream;

    /** Plugs a part in. */
    public FakeBuses with(String bus, int address, FakeI2cPart part) {
        parts.put(place(bus, address), part);
        return this;
    }

    /** The lines that the next request for edges gets, whatever it asks for. */
    public FakeBuses with(EdgeLines lines) {
        edges = lines;
        return this;
    }

    /** What the next serial port or connection is, whatever is asked for. */
    public FakeBuses with(ByteStream bytes) {
        stream = bytes;
        return this;
    }

    /** A directory that stands in for {@code /sys}. */
    public FakeBuses withSysfs(Path root) {
        sysfs = new Sysfs(root);
        return this;
    }

    @Override
    public I2C i2c(String bus, int address) {
        I2CConfig config = I2C.newConfigBuilder(pi4j)
                .id(place(bus, address))
                .bus(Integer.valueOf(bus.substring("i2c-".length())))
                .device(address)
                .build();
        return provider.create(config);
    }

    @Override
    public EdgeLines edges(EdgeRequest request) {
        return there(edges, request.chip());
    }

    @Override
    public DigitalOutput output(String chip, int line, boolean high) {
        throw new BusException(chip + " line " + line, BusFault.NO_DEVICE, "");
    }

    @Override
    public DigitalInput input(String chip, int line, PullResistance pull, Duration debounce) {
        throw new BusException(chip + " line " + line, BusFault.NO_DEVICE, "");
    }

    @Override
    public ByteStream serial(String port, int baud) {
        return there(stream, port);
    }

    @Override
    public ByteStream tcp(String host, int port) {
        return there(stream, host + ":" + port);
    }

    @Override
    public Sysfs sysfs() {
        return sysfs;
    }

    @Override
    public void close() {
        pi4j.shutdown();
    }

    private static <T> T there(@Nullable T thing, String place) {
        if (thing == null) {
            throw new BusException(place, BusFault.NO_BUS, "");
        }
        return thing;
    }

    private static String place(String bus, int address) {
        return "%s 0x%02x".formatted(bus, address);
    }

    private final class Provider extends I2CProviderBase {
        @Override
        public I2C create(I2CConfig config) {
            return new Device(this, config);
        }
    }

    private static final class Bus extends I2CBusBase {
        Bus(I2CConfig config) {
            super(config);
        }

        @Override
        public <R> R execute(I2C device, Callable<R> action) {
            return _execute(device, action);
        }
    }

    private final class Device extends MessageI2c<Bus> {
        Device(I2CProvider provider, I2CConfig config) {
            super(provider, config, new Bus(config));
        }

        @Override
        protected void transfer(byte[] out, byte[] in) {
            String place = placeOf(this);
            FakeI2cPart part = parts.get(place);
            if (part == null) {
                throw new BusException(place, BusFault.NO_DEVICE, "");
            }
            part.transfer(place, out, in);
        }
    }
}
