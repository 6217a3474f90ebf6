package dev.firn.bus.linux;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Makes GPIO lines that are read known to Pi4J. Any thread. */
final class GpioInputProvider extends DigitalInputProviderBase {

    GpioInputProvider() {
        super("firn-digital-input", "Firn digital input");
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        try (GpioChip chip = GpioChips.OF_THIS_BOARD.ofPi4j(config.bus())) {
            return Pi4jRegistry.entered(context, open(config, chip));
        }
    }

    GpioInput open(DigitalInputConfig config, GpioChip chip) {
        Duration debounce = Duration.of(config.debounce(), ChronoUnit.MICROS);
        return new GpioInput(this, config, chip.request(LineRequest.input(config.bcm(), config.pull(), debounce)));
    }
}
