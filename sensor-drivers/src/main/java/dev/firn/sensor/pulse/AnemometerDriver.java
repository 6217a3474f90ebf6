package dev.firn.sensor.pulse;

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

/** A cup anemometer with a contact, such as the one of the Davis or SparkFun weather meters. */
public final class AnemometerDriver implements Driver {

    private static final DriverKey<Double> METRES_PER_PULSE = DriverKey.of(
            "metres-per-pulse",
            SettingType.number(0.001, 100),
            0.6667,
            "Metres of wind for one pulse, which is the m/s at one pulse a second, 0.001 to 100. Default: 0.6667 (2.4"
                    + " km/h).");
    private static final DriverKey<Duration> DEBOUNCE =
            DriverKey.debounce(Duration.ofMillis(2), "at 60 m/s a pulse comes every 11 ms");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "anemometer",
            "A cup anemometer with a contact: wind speed and gust.",
            List.of("One wire to the line, the other to ground (pin 9)."),
            List.of(
                    Output.of(Quantity.WIND_SPEED, "0 to 60 m/s", "the maker's, usually ±5 %"),
                    Output.of(Quantity.WIND_GUST, "0 to 60 m/s", "greatest mean over 3 s since the reading before")),
            Duration.ofSeconds(10),
            List.of(PulseSettings.CHIP, PulseSettings.LINE, METRES_PER_PULSE, DEBOUNCE, PulseSettings.PULL));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.WIND_SPEED, Quantity.WIND_GUST);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return PulseSettings.wiring(settings);
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        return new AnemometerSensor(
                PulseSettings.open(settings, context, settings.get(DEBOUNCE)),
                settings.get(METRES_PER_PULSE),
                System::nanoTime);
    }
}
