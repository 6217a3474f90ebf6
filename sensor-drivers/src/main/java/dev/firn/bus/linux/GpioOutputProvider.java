package dev.firn.bus.linux;

import com.pi4j.io.IOType;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;

/** Makes GPIO lines that are driven known to Pi4J. Any thread. */
final class GpioOutputProvider extends DigitalOutputProviderBase {

    GpioOutputProvider() {
        super("firn-digital-output", "Firn digital output");
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        Pi4jRegistry.refuseSecond(context, IOType.DIGITAL_OUTPUT, config);
        try (GpioChip chip = GpioChips.OF_THIS_BOARD.ofPi4j(config.bus())) {
            return open(config, chip);
        }
    }

    GpioOutput open(DigitalOutputConfig config, GpioChip chip) {
        boolean high = GpioOutput.levelOf(config).isHigh();
        return new GpioOutput(this, config, chip.request(LineRequest.output(config.bcm(), high)));
    }
}
