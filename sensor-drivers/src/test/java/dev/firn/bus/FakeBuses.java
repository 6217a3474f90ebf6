package dev.firn.bus;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBusBase;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Buses whose parts a test plugs in. */
public final class FakeBuses implements Buses {

    private final Context pi4j =
            Pi4J.newContextBuilder().noAutoDetect().disableShutdownHook().build();
    private final Provider provider = new Provider();
    private final Inputs inputs = new Inputs();
    private final Outputs outputs = new Outputs();
    private final Map<String, FakeI2cPart> parts = new HashMap<>();
    private final Map<Integer, DigitalState> levels = new HashMap<>();
    private final List<String> opened = new ArrayList<>();
    private Sysfs sysfs = new Sysfs(Path.of("/nonexistent"));
    private @Nullable Consumer<Boolean> output;
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

    /** Lets lines be driven, and tells each level that one is driven to. */
    public FakeBuses withOutput(Consumer<Boolean> levels) {
        output = levels;
        return this;
    }

    /** What the next serial port or connection is, whatever is asked for. */
    public FakeBuses with(ByteStream bytes) {
        stream = bytes;
        return this;
    }

    /** Puts a line that is read at a level. */
    public FakeBuses withLevel(int line, boolean high) {
        levels.put(line, DigitalState.getState(high));
        return this;
    }

    /** What was asked for besides I2C parts, in words. */
    public List<String> opened() {
        return List.copyOf(opened);
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
        opened.add(request.toString());
        return there(edges, request.chip());
    }

    @Override
    public DigitalOutput output(String chip, int line, boolean high) {
        Consumer<Boolean> levels = there(output, chip);
        DigitalOutputConfig config = DigitalOutput.newConfigBuilder(pi4j)
                .id(chip + " line " + line)
                .bcm(line)
                .build();
        levels.accept(high);
        return outputs.create(config);
    }

    @Override
    public DigitalInput input(String chip, int line, PullResistance pull, Duration debounce) {
        opened.add("%s line %d %s %s".formatted(chip, line, pull, debounce));
        if (!levels.containsKey(line)) {
            throw new BusException(chip + " line " + line, BusFault.NO_DEVICE, "");
        }
        return inputs.create(
                DigitalInput.newConfigBuilder(pi4j).id("line " + line).bcm(line).build());
    }

    @Override
    public ByteStream serial(String port, int baud) {
        opened.add(port + " " + baud);
        return there(stream, port);
    }

    @Override
    public ByteStream tcp(String host, int port) {
        opened.add(host + ":" + port);
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

    private final class Outputs extends DigitalOutputProviderBase {
        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            return new Output(this, config, there(output, config.id()));
        }
    }

    private static final class Output extends DigitalOutputBase {
        private final Consumer<Boolean> levels;

        Output(DigitalOutputProvider provider, DigitalOutputConfig config, Consumer<Boolean> levels) {
            super(provider, config);
            this.levels = levels;
        }

        @Override
        public DigitalOutput state(DigitalState state) {
            levels.accept(state.isHigh());
            return super.state(state);
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

    private final class Inputs extends DigitalInputProviderBase {
        @Override
        public DigitalInput create(DigitalInputConfig config) {
            return new Input(this, config);
        }
    }

    private final class Input extends DigitalInputBase {
        Input(DigitalInputProvider provider, DigitalInputConfig config) {
            super(provider, config);
        }

        @Override
        public DigitalState state() {
            return levels.getOrDefault(bcm(), DigitalState.UNKNOWN);
        }
    }
}
