package dev.firn.sensor.pulse;

import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.bus.EdgeLines;
import dev.firn.bus.EdgeRequest;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import java.time.Duration;
import java.util.List;

/** What parts with a contact to ground have in common in the configuration. */
final class PulseSettings {

    static final DriverKey<String> CHIP = DriverKey.gpioChip();
    static final DriverKey<Integer> LINE =
            DriverKey.required("line", SettingType.LINE, "Number of the GPIO line that the contact closes to ground.");
    static final DriverKey<PullResistance> PULL = DriverKey.pull();

    private PulseSettings() {}

    static Wiring wiring(Settings settings) {
        return Wiring.gpio(settings.get(CHIP), List.of(settings.get(LINE)));
    }

    static EdgeLines open(Settings settings, SensorContext context, Duration debounce) {
        return context.buses()
                .edges(new EdgeRequest(
                        settings.get(CHIP),
                        List.of(settings.get(LINE)),
                        settings.get(PULL),
                        true,
                        EdgeRequest.Edges.RISING,
                        debounce));
    }
}
