package dev.firn.sensor.jsnsr04t;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.bus.BusException;
import dev.firn.bus.Buses;
import dev.firn.bus.EdgeRequest;
import dev.firn.bus.EdgeRequest.Edges;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Via;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.ultrasonic.UltrasonicSite;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** JSN-SR04T, the waterproof one, and HC-SR04: ultrasonic sensors with a trigger and an echo line. */
public final class JsnSr04tDriver implements Driver {

    private static final DriverKey<String> CHIP = DriverKey.gpioChip();
    private static final DriverKey<Integer> TRIGGER = DriverKey.of(
            "trigger-line", SettingType.LINE, 23, "The GPIO line at the part's TRIG. Default: 23, pin 16.");
    private static final DriverKey<Integer> ECHO = DriverKey.of(
            "echo-line",
            SettingType.LINE,
            24,
            "The GPIO line at the part's ECHO, through a level divider. Default: 24, pin 18.");
    private static final DriverKey<Integer> PINGS = DriverKey.of(
            "pings",
            SettingType.integer(1, 25),
            5,
            "How many pings make a measurement, 1 to 25, each of 60 ms; the middle echo counts. Default: 5.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "jsn-sr04t",
            "JSN-SR04T or HC-SR04: distance by the flight of sound, and snow height.",
            List.of(
                    "5 V (pin 2), ground, TRIG to pin 16.",
                    "ECHO to pin 18 through a divider (1 kΩ, and 2 kΩ to ground): it has 5 V, a line bears 3.3 V.",
                    "Pointing straight down, free of anything for a cone of 60 degrees."),
            UltrasonicSite.outputs("0.25 to 4.5 m", "±1 cm with the air's temperature"),
            Duration.ofSeconds(10),
            Stream.concat(Stream.of(CHIP, TRIGGER, ECHO, PINGS, VIA), UltrasonicSite.KEYS.stream())
                    .toList());

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return UltrasonicSite.quantities(settings);
    }

    /** The kernel's driver is found by its name, so that there can be one. */
    @Override
    public Wiring wiring(Settings settings) {
        return switch (settings.get(VIA)) {
            case RAW -> Wiring.gpio(settings.get(CHIP), List.of(settings.get(TRIGGER), settings.get(ECHO)));
            case KERNEL -> Wiring.alone("srf04");
        };
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        List<SettingConflict> conflicts =
                new ArrayList<>(UltrasonicSite.conflicts(settings, EchoPulse.NEAREST, EchoPulse.FARTHEST));
        if (settings.get(TRIGGER).equals(settings.get(ECHO))) {
            conflicts.add(new SettingConflict(
                    ECHO.name(), "is the trigger's line, too", "connect TRIG and ECHO to two lines"));
        }
        return conflicts;
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        EchoSource source = switch (settings.get(VIA)) {
            case RAW -> openLines(settings, context.buses());
            case KERNEL -> new KernelEcho(context.buses().sysfs());
        };
        return new JsnSr04tSensor(
                source,
                settings.get(PINGS),
                UltrasonicSite.of(settings, context.latest(), EchoPulse.ASSUMED_SPEED, EchoPulse.NEAREST));
    }

    private static EchoSource openLines(Settings settings, Buses buses) {
        String chip = settings.get(CHIP);
        DigitalOutput trigger = buses.output(chip, settings.get(TRIGGER), false);
        try {
            EdgeRequest echo = new EdgeRequest(
                    chip, List.of(settings.get(ECHO)), PullResistance.OFF, false, Edges.BOTH, Duration.ZERO);
            return new GpioEcho(trigger, buses.edges(echo));
        } catch (BusException e) {
            trigger.close();
            throw e;
        }
    }
}
