package dev.firn.bus.linux;

import com.pi4j.extension.Plugin;
import com.pi4j.extension.PluginService;

/**
 * Gives {@code Pi4J.newAutoContext()} the kernel's I2C buses and GPIO lines, for programs that bring drivers of Pi4J's.
 * There, bus 0 of a digital input or output is the chip of the 40-pin header, whatever its number; any other is the chip
 * with that number. Pi4J makes it.
 */
public final class KernelPlugin implements Plugin {

    @Override
    public void initialize(PluginService service) {
        service.register(new I2cProvider(), new GpioInputProvider(), new GpioOutputProvider());
    }
}
