package dev.firn.bus.linux;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;

/** Pi4J's view of a GPIO line that is driven. Any thread. */
final class GpioOutput extends DigitalOutputBase implements Opened {

    private final GpioLines lines;

    GpioOutput(DigitalOutputProvider provider, DigitalOutputConfig config, GpioLines lines) {
        super(provider, config);
        this.lines = lines;
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

    @Override
    public boolean isOpen() {
        return lines.isOpen();
    }

    @Override
    public void close() {
        if (Pi4jRegistry.has(context(), this)) {
            super.close();
        } else if (isOpen()) {
            shutdownInternal(context());
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
