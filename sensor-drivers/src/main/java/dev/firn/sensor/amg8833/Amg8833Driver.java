package dev.firn.sensor.amg8833;

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

/** Panasonic Grid-EYE AMG8833, a thermal camera of 8 × 8 pixels. */
public final class Amg8833Driver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x69, 0x68);
    private static final DriverKey<Double> WARMER = DriverKey.of(
            "delta-t-k",
            SettingType.number(0.5, 20),
            2.0,
            "By how many kelvins people are warmer than what is behind them. Default: 2.0.");
    private static final DriverKey<InTowards> IN_TOWARDS = DriverKey.of(
            "in-towards",
            SettingType.choice(InTowards.class),
            InTowards.PIXEL_8,
            "Which way across the picture is in: pixel-8 or pixel-1, by the corner of that number. Default: pixel-8.");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "amg8833",
            "Panasonic Grid-EYE AMG8833: people in a picture of 8 x 8 temperatures.",
            List.of(
                    "3.3 V, ground, SDA to pin 3, SCL to pin 5.",
                    "AD_SELECT to 3.3 V: 0x69; to ground: 0x68.",
                    "From above or across the way, so that people walk along the rows."),
            List.of(
                    Output.of(Quantity.SENSOR_TEMPERATURE, "-20 to 80 °C", "±2.5 K"),
                    Output.of(Quantity.PEOPLE_IN, "two a second", "people side by side count as one"),
                    Output.of(Quantity.PEOPLE_OUT, "two a second", "people side by side count as one"),
                    Output.of(Quantity.PEOPLE_PRESENT, "up to 7 m, 60° wide", "people side by side count as one")),
            Duration.ofSeconds(1),
            List.of(BUS, ADDRESS, WARMER, IN_TOWARDS));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.SENSOR_TEMPERATURE, Quantity.PEOPLE_IN, Quantity.PEOPLE_OUT, Quantity.PEOPLE_PRESENT);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.i2c(settings.get(BUS), settings.get(ADDRESS));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        return new Amg8833Sensor(
                context.buses().i2c(settings.get(BUS), settings.get(ADDRESS)),
                settings.get(WARMER),
                settings.get(IN_TOWARDS));
    }
}
