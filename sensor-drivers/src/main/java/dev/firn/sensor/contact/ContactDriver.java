package dev.firn.sensor.contact;

import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;

/** A contact at a GPIO line: a door, an end switch, the alarm output of a machine. */
public final class ContactDriver implements Driver {

    private static final DriverKey<String> CHIP = DriverKey.gpioChip();
    private static final DriverKey<Integer> LINE =
            DriverKey.required("line", SettingType.LINE, "Number of the GPIO line, such as 17.");
    private static final DriverKey<Boolean> ACTIVE_LOW = DriverKey.of(
            "active-low",
            SettingType.TRUTH,
            true,
            "Whether a low level is the 1, as with a contact to ground that is closed. Default: true.");
    private static final DriverKey<PullResistance> PULL = DriverKey.pull();
    private static final DriverKey<Duration> DEBOUNCE =
            DriverKey.debounce(Duration.ofMillis(20), "contacts bounce for some milliseconds");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "contact",
            "A contact or any other two levels at a GPIO line: 1 or 0.",
            List.of(
                    "The contact between the line and ground (pin 9).",
                    "Never more than 3.3 V at a line: 12 V and 24 V need an optocoupler."),
            List.of(Output.of(Quantity.CONTACT, "0 or 1", "as of the moment at which it is read")),
            Duration.ofSeconds(1),
            List.of(CHIP, LINE, ACTIVE_LOW, PULL, DEBOUNCE));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.CONTACT);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.gpio(settings.get(CHIP), List.of(settings.get(LINE)));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        return new ContactSensor(
                context.buses()
                        .input(settings.get(CHIP), settings.get(LINE), settings.get(PULL), settings.get(DEBOUNCE)),
                settings.get(ACTIVE_LOW));
    }
}
