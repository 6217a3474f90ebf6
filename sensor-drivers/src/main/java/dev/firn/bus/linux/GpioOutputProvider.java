package dev.firn.bus.linux;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import java.util.function.Supplier;

/** Makes GPIO lines that are driven known to Pi4J. Any thread. */
final class GpioOutputProvider extends DigitalOutputProviderBase {

    private final Supplier<Context> background;

    /** One for a context, which it is told later. */
    GpioOutputProvider() {
        this(() -> {
            throw new IllegalStateException("no Pi4J context");
        });
    }

    /**
     * One without a context.
     *
     * @param background a context for those whose outputs pulse or blink in the background
     */
    GpioOutputProvider(Supplier<Context> background) {
        super("firn-digital-output", "Firn digital output");
        this.background = background;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        try (GpioChip chip = GpioChips.OF_THIS_BOARD.ofPi4j(config.bus())) {
            return Pi4jRegistry.entered(context, open(config, chip));
        }
    }

    GpioOutput open(DigitalOutputConfig config, GpioChip chip) {
        boolean high = GpioOutput.levelOf(config).isHigh();
        return new GpioOutput(this, config, chip.request(LineRequest.output(config.bcm(), high)), background);
    }
}
