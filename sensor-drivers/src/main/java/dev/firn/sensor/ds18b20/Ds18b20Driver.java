package dev.firn.sensor.ds18b20;

import dev.firn.bus.Sysfs;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Maxim DS18B20 and its relatives DS18S20, DS1822, DS1825 and DS28EA00, thermometers on a 1-Wire bus of the kernel.
 *
 * <p>Knows which conversions its sensors have shared last, and nothing else, from one call to the next.
 */
public final class Ds18b20Driver implements Driver {

    private static final SettingType<String> NAME = text -> {
        String name = text.toLowerCase(Locale.ROOT);
        if (!name.matches("(10|22|28|3b|42)-[0-9a-f]{12}")) {
            throw new SettingException(
                    "is no 1-Wire thermometer",
                    "write its name below /sys/bus/w1/devices: 10, 22, 28, 3b or 42, a hyphen and twelve digits");
        }
        return name;
    };

    private static final DriverKey<String> DEVICE = DriverKey.required(
            "device",
            NAME,
            "The part's name as in /sys/bus/w1/devices, such as 28-0316a2794bff. Required: parts of a chain differ in"
                    + " nothing else.");
    private static final DriverKey<Quantity> QUANTITY = DriverKey.of(
            "quantity",
            SettingType.TEMPERATURE,
            Quantity.SNOW_TEMPERATURE,
            "What it measures: any temperature that Firn knows. Default: snow-temperature.");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "ds18b20",
            "Maxim DS18B20, DS18S20, DS1822, DS1825, DS28EA00: temperature, many on one line.",
            List.of(
                    "3.3 V, ground, data to pin 7 (GPIO 4), 4.7 kilo-ohms from data to 3.3 V.",
                    "dtoverlay=w1-gpio in config.txt.",
                    "Parts of a chain share the three wires."),
            List.of(Output.of(Quantity.SNOW_TEMPERATURE, "-55 to 125 °C", "±0.5 K from -10 to 85 °C, else ±2 K")),
            Duration.ofSeconds(30),
            List.of(DEVICE, QUANTITY));

    private final Map<Place, SharedConversion> conversions = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    private record Place(Sysfs sysfs, String master) {}

    /** A driver with the time of this computer. */
    public Ds18b20Driver() {
        this(System::nanoTime);
    }

    Ds18b20Driver(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(settings.get(QUANTITY));
    }

    @Override
    public Wiring wiring(Settings settings) {
        return new Wiring("w1", Set.of("device " + settings.get(DEVICE)));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        Sysfs sysfs = context.buses().sysfs();
        return new Ds18b20Sensor(
                sysfs, settings.get(DEVICE), settings.get(QUANTITY), master -> conversion(new Place(sysfs, master)));
    }

    private SharedConversion conversion(Place place) {
        return conversions.computeIfAbsent(
                place, at -> new SharedConversion(at.sysfs(), at.master() + "/therm_bulk_read", nanoTime));
    }
}
