package dev.firn.bus.linux;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Buses;
import dev.firn.bus.ByteStream;
import dev.firn.bus.EdgeLines;
import dev.firn.bus.EdgeRequest;
import dev.firn.bus.Sysfs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the kernel of this machine has: {@code /dev} and {@code /sys}. */
public final class KernelBuses implements Buses {

    private static final Pattern I2C_BUS = Pattern.compile("i2c-(\\d{1,4})");
    private static final GpioChips CHIPS = GpioChips.OF_THIS_BOARD;

    private final Sysfs sysfs = new Sysfs(Path.of("/sys"));
    private final I2cProvider i2c = new I2cProvider();
    private final GpioInputProvider inputs = new GpioInputProvider();
    private final GpioOutputProvider outputs = new GpioOutputProvider(this::pi4j);
    private final Set<Opened> opened = new HashSet<>();
    private @Nullable Context pi4j;

    @Override
    public I2C i2c(String bus, int address) {
        return kept(i2c.open(I2C.newConfigBuilder(null)
                .disallowInheritProperties()
                .id("%s 0x%02x".formatted(bus, address))
                .bus(numberOf(bus))
                .device(address)
                .build()));
    }

    @Override
    public EdgeLines edges(EdgeRequest request) {
        try (GpioChip chip = CHIPS.labelled(request.chip())) {
            return kept(chip.request(LineRequest.edges(request)));
        }
    }

    @Override
    public DigitalOutput output(String chip, int line, boolean high) {
        DigitalOutputConfig config = DigitalOutput.newConfigBuilder(null)
                .disallowInheritProperties()
                .id(chip + " line " + line)
                .bcm(line)
                .initial(DigitalState.getState(high))
                .build();
        try (GpioChip open = CHIPS.labelled(chip)) {
            return kept(outputs.open(config, open));
        }
    }

    @Override
    public DigitalInput input(String chip, int line, PullResistance pull, Duration debounce) {
        DigitalInputConfig config = DigitalInput.newConfigBuilder(null)
                .disallowInheritProperties()
                .id(chip + " line " + line)
                .bcm(line)
                .pull(pull)
                .debounce(debounce.toNanos() / 1000)
                .build();
        try (GpioChip open = CHIPS.labelled(chip)) {
            return kept(inputs.open(config, open));
        }
    }

    @Override
    public ByteStream serial(String port, int baud) {
        return kept(SerialStream.open(port, baud));
    }

    @Override
    public ByteStream tcp(String host, int port) {
        return kept(TcpStream.connect(host, port));
    }

    @Override
    public Sysfs sysfs() {
        return sysfs;
    }

    @Override
    public void close() {
        List<Opened> all;
        Context context;
        synchronized (opened) {
            all = List.copyOf(opened);
            opened.clear();
            context = pi4j;
            pi4j = null;
        }
        all.forEach(Opened::close);
        if (context != null) {
            context.shutdown();
        }
    }

    /**
     * Pi4J's context lends its threads to outputs that pulse or blink in the background. Nothing else needs it, and making
     * one takes a good part of a second and tells the log what is not known of the board.
     */
    private Context pi4j() {
        synchronized (opened) {
            if (pi4j == null) {
                pi4j = Pi4J.newContextBuilder()
                        .noAutoDetect()
                        .disableShutdownHook()
                        .build();
            }
            return pi4j;
        }
    }

    private <T extends Opened> T kept(T device) {
        synchronized (opened) {
            opened.removeIf(each -> !each.isOpen());
            opened.add(device);
        }
        return device;
    }

    private static int numberOf(String bus) {
        Matcher matcher = I2C_BUS.matcher(bus);
        if (!matcher.matches()) {
            throw new BusException(bus, BusFault.NO_BUS, "want a name such as i2c-1");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
