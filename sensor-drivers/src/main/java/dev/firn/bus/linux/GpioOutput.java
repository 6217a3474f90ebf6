package dev.firn.bus.linux;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.function.Supplier;

/** Pi4J's view of a GPIO line that is driven. Any thread. */
final class GpioOutput extends DigitalOutputBase implements Opened {

    private final GpioLines lines;
    private final Supplier<Context> background;

    GpioOutput(
            DigitalOutputProvider provider, DigitalOutputConfig config, GpioLines lines, Supplier<Context> background) {
        super(provider, config);
        this.lines = lines;
        this.background = background;
        this.state = levelOf(config);
    }

    /** What a line is driven to from the beginning: low, unless the configuration says else. */
    static DigitalState levelOf(DigitalOutputConfig config) {
        return config.initialState() == DigitalState.HIGH ? DigitalState.HIGH : DigitalState.LOW;
    }

    @Override
    public DigitalOutput state(DigitalState level) {
        if (level == DigitalState.UNKNOWN) {
            return this;
        }
        lines.drive(level == DigitalState.HIGH ? 1 : 0);
        return super.state(level);
    }

    /** Asked for by what pulses and blinks in the background. */
    @Override
    protected Context context() {
        Context own = super.context();
        return own == null ? background.get() : own;
    }

    @Override
    public boolean isOpen() {
        return lines.isOpen();
    }

    @Override
    public void close() {
        Context own = super.context();
        if (Pi4jRegistry.has(own, this)) {
            super.close();
        } else if (isOpen()) {
            shutdownInternal(own);
        }
    }

    @Override
    public DigitalOutput shutdownInternal(Context context) {
        try {
            super.shutdownInternal(context);
        } finally {
            lines.close();
        }
        return this;
    }
}
